-- The changes that corrected what was recorded, from a file or by hand: they gave records a new version, or said what
-- became of one. From the parts that their seals cover, so that no record is looked at.
CREATE VIEW correcting_changes AS
SELECT p.change_id,
  CASE WHEN max(CASE WHEN p.table_name = 'source_file' THEN 1 ELSE 0 END) = 1 THEN 0 ELSE 1 END AS is_by_hand
FROM change_part p
GROUP BY p.change_id
HAVING max(CASE
  WHEN p.table_name = 'deal_event' OR p.table_name = 'listing_event' OR p.table_name = 'party_merge' THEN 1
  WHEN p.changed_rows > 0 AND (p.table_name = 'venue' OR p.table_name = 'intention' OR p.table_name = 'listing'
    OR p.table_name = 'deal') THEN 1
  -- A void party that a new record names is there again: no correction, but for a revert.
  WHEN p.table_name = 'party' AND p.changed_rows > CASE
    WHEN EXISTS (SELECT 1 FROM change_part r WHERE r.change_id = p.change_id AND r.table_name = 'reversal') THEN 0
    ELSE (SELECT count(*) FROM party_history h WHERE h.replaced_by = p.change_id AND h.is_void = 1) END THEN 1
  ELSE 0 END) = 1;

-- Who looked at a correction a second time.
CREATE VIEW reviews AS
SELECT r.reviewed_change_id, c.actor AS reviewed_by, c.recorded_at AS reviewed_at, c.reason, r.change_id
FROM review r JOIN change c ON c.id = r.change_id
WHERE r.is_void = 0;

-- Every correction of every record. kind tells what it says of the time before: clerical and void that it was never so,
-- amendment, termination, suspension, resumption and withdrawal that it was so until effective_on.
CREATE VIEW corrections AS
SELECT x.change_id, c.recorded_at, x.noun, x.venue_code, x.name,
  CASE WHEN substr(c.command, 1, 6) = 'revert' THEN 'revert' ELSE x.kind END AS kind,
  x.effective_on, c.reason, c.actor, f.name AS file_name, r.reviewed_by, r.reviewed_at, r.change_id AS review_change_id
FROM (
SELECT h.replaced_by AS change_id, 'venue' AS noun, n.code AS venue_code, n.code AS name,
  CASE WHEN CASE WHEN n.change_id = h.replaced_by THEN n.is_void ELSE o.is_void END > h.is_void THEN 'void'
    ELSE 'clerical' END AS kind,
  NULL AS effective_on, CASE WHEN n.change_id = h.replaced_by THEN n.file_id ELSE o.file_id END AS file_id
FROM venue_history h
JOIN venue n ON n.id = h.id
LEFT JOIN venue_history o ON o.id = h.id AND o.change_id = h.replaced_by
UNION ALL
SELECT h.replaced_by AS change_id, 'party' AS noun, NULL AS venue_code, n.name AS name,
  CASE WHEN CASE WHEN n.change_id = h.replaced_by THEN n.is_void ELSE o.is_void END > h.is_void THEN 'void'
    ELSE 'clerical' END AS kind,
  NULL AS effective_on, CASE WHEN n.change_id = h.replaced_by THEN n.file_id ELSE o.file_id END AS file_id
FROM party_history h
JOIN party n ON n.id = h.id
LEFT JOIN party_history o ON o.id = h.id AND o.change_id = h.replaced_by
WHERE h.is_void = 0
  OR EXISTS (SELECT 1 FROM change_part r WHERE r.change_id = h.replaced_by AND r.table_name = 'reversal')
UNION ALL
SELECT h.replaced_by AS change_id, 'intention' AS noun, v.code AS venue_code, v.code || '/' || n.code AS name,
  CASE WHEN CASE WHEN n.change_id = h.replaced_by THEN n.is_void ELSE o.is_void END > h.is_void THEN 'void'
    WHEN CASE WHEN n.change_id = h.replaced_by THEN n.venue_id ELSE o.venue_id END <> h.venue_id
      OR CASE WHEN n.change_id = h.replaced_by THEN n.code ELSE o.code END <> h.code THEN 'move'
    ELSE 'clerical' END AS kind,
  NULL AS effective_on, CASE WHEN n.change_id = h.replaced_by THEN n.file_id ELSE o.file_id END AS file_id
FROM intention_history h
JOIN intention n ON n.id = h.id
LEFT JOIN intention_history o ON o.id = h.id AND o.change_id = h.replaced_by
LEFT JOIN venue v ON v.id = n.venue_id
UNION ALL
SELECT h.replaced_by AS change_id, 'listing' AS noun, v.code AS venue_code, v.code || '/' || n.code AS name,
  CASE WHEN CASE WHEN n.change_id = h.replaced_by THEN n.is_void ELSE o.is_void END > h.is_void THEN 'void'
    WHEN CASE WHEN n.change_id = h.replaced_by THEN n.venue_id ELSE o.venue_id END <> h.venue_id
      OR CASE WHEN n.change_id = h.replaced_by THEN n.code ELSE o.code END <> h.code THEN 'move'
    ELSE 'clerical' END AS kind,
  NULL AS effective_on, CASE WHEN n.change_id = h.replaced_by THEN n.file_id ELSE o.file_id END AS file_id
FROM listing_history h
JOIN listing n ON n.id = h.id
LEFT JOIN listing_history o ON o.id = h.id AND o.change_id = h.replaced_by
LEFT JOIN venue v ON v.id = n.venue_id
UNION ALL
SELECT h.replaced_by AS change_id, 'deal' AS noun, v.code AS venue_code, v.code || '/' || n.code AS name,
  CASE WHEN CASE WHEN n.change_id = h.replaced_by THEN n.is_void ELSE o.is_void END > h.is_void THEN 'void'
    WHEN CASE WHEN n.change_id = h.replaced_by THEN n.venue_id ELSE o.venue_id END <> h.venue_id
      OR CASE WHEN n.change_id = h.replaced_by THEN n.code ELSE o.code END <> h.code THEN 'move'
    ELSE 'clerical' END AS kind,
  NULL AS effective_on, CASE WHEN n.change_id = h.replaced_by THEN n.file_id ELSE o.file_id END AS file_id
FROM deal_history h
JOIN deal n ON n.id = h.id
LEFT JOIN deal_history o ON o.id = h.id AND o.change_id = h.replaced_by
LEFT JOIN venue v ON v.id = n.venue_id
UNION ALL
SELECT coalesce((SELECT min(h.change_id) FROM deal_event_history h WHERE h.id = e.id), e.change_id), 'deal', v.code,
  v.code || '/' || n.code,
  CASE e.kind WHEN 'amended' THEN 'amendment' WHEN 'terminated' THEN 'termination' END, e.effective_on, e.file_id
FROM deal_event e JOIN deal n ON n.id = e.deal_id LEFT JOIN venue v ON v.id = n.venue_id
UNION ALL
SELECT h.replaced_by, 'deal_event', v.code, v.code || '/' || n.code,
  CASE WHEN CASE WHEN e.change_id = h.replaced_by THEN e.is_void ELSE o.is_void END > h.is_void THEN 'void'
    ELSE 'clerical' END,
  h.effective_on, NULL
FROM deal_event_history h
JOIN deal_event e ON e.id = h.id
LEFT JOIN deal_event_history o ON o.id = h.id AND o.change_id = h.replaced_by
JOIN deal n ON n.id = e.deal_id LEFT JOIN venue v ON v.id = n.venue_id
UNION ALL
SELECT coalesce((SELECT min(h.change_id) FROM listing_event_history h WHERE h.id = e.id), e.change_id), 'listing', v.code,
  v.code || '/' || n.code,
  CASE e.kind WHEN 'suspended' THEN 'suspension' WHEN 'resumed' THEN 'resumption' WHEN 'withdrawn' THEN 'withdrawal' END, e.effective_on, e.file_id
FROM listing_event e JOIN listing n ON n.id = e.listing_id LEFT JOIN venue v ON v.id = n.venue_id
UNION ALL
SELECT h.replaced_by, 'listing_event', v.code, v.code || '/' || n.code,
  CASE WHEN CASE WHEN e.change_id = h.replaced_by THEN e.is_void ELSE o.is_void END > h.is_void THEN 'void'
    ELSE 'clerical' END,
  h.effective_on, NULL
FROM listing_event_history h
JOIN listing_event e ON e.id = h.id
LEFT JOIN listing_event_history o ON o.id = h.id AND o.change_id = h.replaced_by
JOIN listing n ON n.id = e.listing_id LEFT JOIN venue v ON v.id = n.venue_id
UNION ALL
SELECT coalesce((SELECT min(h.change_id) FROM party_merge_history h WHERE h.id = m.id), m.change_id), 'party', NULL,
  p.name, 'merge', NULL, NULL
FROM party_merge m JOIN party p ON p.id = m.party_id
UNION ALL
SELECT h.replaced_by, 'party', NULL, p.name,
  CASE WHEN CASE WHEN m.change_id = h.replaced_by THEN m.is_void ELSE o.is_void END > h.is_void THEN 'unmerge'
    ELSE 'merge' END,
  NULL, NULL
FROM party_merge_history h
JOIN party_merge m ON m.id = h.id
LEFT JOIN party_merge_history o ON o.id = h.id AND o.change_id = h.replaced_by
JOIN party p ON p.id = m.party_id
) x
JOIN change c ON c.id = x.change_id
LEFT JOIN source_file f ON f.id = x.file_id
LEFT JOIN reviews r ON r.reviewed_change_id = x.change_id;
