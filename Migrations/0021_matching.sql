-- What a listing is about, in full, so that who wants it may find it in other words than its title's.
ALTER TABLE listing ADD COLUMN abstract TEXT;
ALTER TABLE listing_history ADD COLUMN abstract TEXT;

DROP TRIGGER listing_keep_history;
CREATE TRIGGER listing_keep_history AFTER UPDATE ON listing
BEGIN
  INSERT INTO listing_history (id, venue_id, code, title, kind, field, mode, pricing, owner_id,
    asking_price_fen, listed_on, listed_until, maturity, abstract, is_void, change_id, file_id, file_row, file_offset,
    replaced_by)
  VALUES (OLD.id, OLD.venue_id, OLD.code, OLD.title, OLD.kind, OLD.field, OLD.mode, OLD.pricing, OLD.owner_id,
    OLD.asking_price_fen, OLD.listed_on, OLD.listed_until, OLD.maturity, OLD.abstract, OLD.is_void, OLD.change_id,
    OLD.file_id, OLD.file_row, OLD.file_offset, NEW.change_id);
END;

DROP VIEW listings;
CREATE VIEW listings AS
SELECT v.code AS venue_code, l.code, l.title, l.kind, l.field, l.mode, l.pricing, o.name AS owner,
  l.asking_price_fen, l.asking_price_fen / 100.0 AS asking_price_yuan, l.listed_on, l.listed_until, l.maturity,
  l.abstract, v.network, v.region, f.name AS file_name, l.file_row, l.change_id,
  CASE (SELECT e.kind FROM listing_event e WHERE e.listing_id = l.id AND e.is_void = 0
      ORDER BY e.effective_on DESC, e.id DESC LIMIT 1)
    WHEN 'suspended' THEN 'suspended' WHEN 'withdrawn' THEN 'withdrawn' ELSE 'listed' END AS status,
  (SELECT max(e.effective_on) FROM listing_event e WHERE e.listing_id = l.id AND e.is_void = 0) AS status_on
FROM listing l
LEFT JOIN venue v ON v.id = l.venue_id
LEFT JOIN party_merge m ON m.party_id = l.owner_id AND m.is_void = 0
LEFT JOIN party o ON o.id = coalesce(m.into_id, l.owner_id)
LEFT JOIN source_file f ON f.id = l.file_id
WHERE l.is_void = 0;

DROP VIEW listing_versions;
CREATE VIEW listing_versions AS
SELECT
  id, venue_id, code, title, kind, field, mode, pricing, owner_id, asking_price_fen, listed_on, listed_until,
  maturity, abstract, is_void, file_id, file_row, change_id AS from_change, NULL AS until_change
FROM listing
UNION ALL
SELECT
  id, venue_id, code, title, kind, field, mode, pricing, owner_id, asking_price_fen, listed_on, listed_until,
  maturity, abstract, is_void, file_id, file_row, change_id, replaced_by
FROM listing_history;
