-- Certificates: what the exchange, or another, has certified of deals.

CREATE TABLE certificate (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id),
  code TEXT NOT NULL,  -- its number; given once, whatever became of it
  deal_id INTEGER NOT NULL REFERENCES deal (id),  -- of the same venue
  issued_on TEXT NOT NULL CHECK (issued_on = date(issued_on)),
  revoked_on TEXT CHECK (revoked_on = date(revoked_on) AND revoked_on >= issued_on),  -- valid until this day
  title TEXT,  -- what it certifies was so on the day of issue, whatever became of the deal since
  kind TEXT
    CHECK (kind IS NULL OR kind = 'transfer' OR kind = 'licence' OR kind = 'equity' OR kind = 'development'
      OR kind = 'service' OR kind = 'consulting'),
  mode TEXT
    CHECK (mode IS NULL OR mode = 'agreement' OR mode = 'auction' OR mode = 'tender' OR mode = 'bidding'
      OR mode = 'other'),
  signed_on TEXT CHECK (signed_on IS NULL OR signed_on = date(signed_on)),
  listed_on TEXT CHECK (listed_on IS NULL OR listed_on = date(listed_on)),
  listed_until TEXT CHECK (listed_until IS NULL OR listed_until = date(listed_until)),
  seller_id INTEGER REFERENCES party (id),
  seller_agent_id INTEGER REFERENCES party (id),
  buyer_id INTEGER REFERENCES party (id),
  buyer_agent_id INTEGER REFERENCES party (id),
  valuation_fen INTEGER CHECK (valuation_fen >= 0 AND valuation_fen <= 1000000000000000),  -- what the object was valued at
  amount_fen INTEGER CHECK (amount_fen >= 0 AND amount_fen <= 1000000000000000),  -- the price that was in force
  fee_fen INTEGER CHECK (fee_fen >= 0 AND fee_fen <= 1000000000000000),  -- the fees that were due
  payment_form TEXT
    CHECK (payment_form IS NULL OR payment_form = 'lump_sum' OR payment_form = 'instalments'
      OR payment_form = 'royalty' OR payment_form = 'entry_fee_and_royalty'),
  conclusion TEXT,
  issuer TEXT,  -- who else issued it; null for the exchange itself
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (venue_id, code)
) STRICT;

-- The versions of certificate that were replaced.
CREATE TABLE certificate_history (
  id INTEGER NOT NULL,
  venue_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  deal_id INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  revoked_on TEXT,
  title TEXT,
  kind TEXT,
  mode TEXT,
  signed_on TEXT,
  listed_on TEXT,
  listed_until TEXT,
  seller_id INTEGER,
  seller_agent_id INTEGER,
  buyer_id INTEGER,
  buyer_agent_id INTEGER,
  valuation_fen INTEGER,
  amount_fen INTEGER,
  fee_fen INTEGER,
  payment_form TEXT,
  conclusion TEXT,
  issuer TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER certificate_insert_gate BEFORE INSERT ON certificate
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM certificate WHERE id = NEW.id OR venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'certificate: a new record belongs to an open change; use registry issue-certificate'); END;
CREATE TRIGGER certificate_update_gate BEFORE UPDATE ON certificate
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM certificate WHERE id <> NEW.id AND venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'certificate: a record is corrected by an open change of its own'); END;
CREATE TRIGGER certificate_keep_history AFTER UPDATE ON certificate
BEGIN
  INSERT INTO certificate_history VALUES (OLD.id, OLD.venue_id, OLD.code, OLD.deal_id, OLD.issued_on, OLD.revoked_on,
    OLD.title, OLD.kind, OLD.mode, OLD.signed_on, OLD.listed_on, OLD.listed_until, OLD.seller_id,
    OLD.seller_agent_id, OLD.buyer_id, OLD.buyer_agent_id, OLD.valuation_fen, OLD.amount_fen, OLD.fee_fen,
    OLD.payment_form, OLD.conclusion, OLD.issuer, OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row,
    OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER certificate_no_delete BEFORE DELETE ON certificate
BEGIN SELECT RAISE(ABORT, 'certificate: nothing recorded is deleted'); END;
CREATE TRIGGER certificate_history_insert_gate BEFORE INSERT ON certificate_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM certificate_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'certificate_history: written only by a correction of certificate'); END;
CREATE TRIGGER certificate_history_no_update BEFORE UPDATE ON certificate_history
BEGIN SELECT RAISE(ABORT, 'certificate_history: stays as it was written'); END;
CREATE TRIGGER certificate_history_no_delete BEFORE DELETE ON certificate_history
BEGIN SELECT RAISE(ABORT, 'certificate_history: nothing recorded is deleted'); END;

CREATE INDEX certificate_by_deal ON certificate (deal_id);
CREATE INDEX certificate_history_by_replacer ON certificate_history (replaced_by);

CREATE VIEW certificates AS
SELECT v.code AS venue_code, c.code, d.code AS deal_code, c.issued_on, c.revoked_on, c.title, c.kind, c.mode,
  c.signed_on, c.listed_on, c.listed_until, s.name AS seller, sa.name AS seller_agent, b.name AS buyer,
  ba.name AS buyer_agent, c.valuation_fen, c.valuation_fen / 100.0 AS valuation_yuan, c.amount_fen,
  c.amount_fen / 100.0 AS amount_yuan, c.fee_fen, c.fee_fen / 100.0 AS fee_yuan, c.payment_form, c.conclusion,
  c.issuer, v.network, v.region, f.name AS file_name, c.file_row, c.change_id
FROM certificate c
LEFT JOIN venue v ON v.id = c.venue_id
LEFT JOIN deal d ON d.id = c.deal_id
LEFT JOIN party_merge ms ON ms.party_id = c.seller_id AND ms.is_void = 0
LEFT JOIN party s ON s.id = coalesce(ms.into_id, c.seller_id)
LEFT JOIN party_merge msa ON msa.party_id = c.seller_agent_id AND msa.is_void = 0
LEFT JOIN party sa ON sa.id = coalesce(msa.into_id, c.seller_agent_id)
LEFT JOIN party_merge mb ON mb.party_id = c.buyer_id AND mb.is_void = 0
LEFT JOIN party b ON b.id = coalesce(mb.into_id, c.buyer_id)
LEFT JOIN party_merge mba ON mba.party_id = c.buyer_agent_id AND mba.is_void = 0
LEFT JOIN party ba ON ba.id = coalesce(mba.into_id, c.buyer_agent_id)
LEFT JOIN source_file f ON f.id = c.file_id
WHERE c.is_void = 0;

CREATE VIEW certificate_versions AS
SELECT id, venue_id, code, deal_id, issued_on, revoked_on, title, kind, mode, signed_on, listed_on, listed_until,
  seller_id, seller_agent_id, buyer_id, buyer_agent_id, valuation_fen, amount_fen, fee_fen, payment_form, conclusion,
  issuer, is_void, file_id, file_row, change_id AS from_change, NULL AS until_change
FROM certificate
UNION ALL
SELECT id, venue_id, code, deal_id, issued_on, revoked_on, title, kind, mode, signed_on, listed_on, listed_until,
  seller_id, seller_agent_id, buyer_id, buyer_agent_id, valuation_fen, amount_fen, fee_fen, payment_form, conclusion,
  issuer, is_void, file_id, file_row, change_id, replaced_by
FROM certificate_history;

-- The corrections anew, with those of the records above.
DROP VIEW corrections;
DROP VIEW correcting_changes;
CREATE VIEW correcting_changes AS
SELECT p.change_id,
  CASE WHEN max(CASE WHEN p.table_name = 'source_file' THEN 1 ELSE 0 END) = 1 THEN 0 ELSE 1 END AS is_by_hand
FROM change_part p
GROUP BY p.change_id
HAVING max(CASE
  WHEN p.table_name = 'deal_event' OR p.table_name = 'listing_event' OR p.table_name = 'party_merge' THEN 1
  WHEN p.changed_rows > 0 AND (p.table_name = 'venue' OR p.table_name = 'intention' OR p.table_name = 'listing'
    OR p.table_name = 'deal' OR p.table_name = 'demand' OR p.table_name = 'contract_registration'
    OR p.table_name = 'instalment' OR p.table_name = 'payment' OR p.table_name = 'certificate') THEN 1
  -- A void party that a new record names is there again: no correction, but for a revert.
  WHEN p.table_name = 'party' AND p.changed_rows > CASE
    WHEN EXISTS (SELECT 1 FROM change_part r WHERE r.change_id = p.change_id AND r.table_name = 'reversal') THEN 0
    ELSE (SELECT count(*) FROM party_history h WHERE h.replaced_by = p.change_id AND h.is_void = 1) END THEN 1
  ELSE 0 END) = 1;

-- Every correction of every record. kind tells what it says of the time before: clerical and void that it was never so,
-- amendment, termination, suspension, resumption, withdrawal and revocation that it was so until effective_on.
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
SELECT h.replaced_by AS change_id, 'demand' AS noun, v.code AS venue_code, v.code || '/' || n.code AS name,
  CASE WHEN CASE WHEN n.change_id = h.replaced_by THEN n.is_void ELSE o.is_void END > h.is_void THEN 'void'
    ELSE 'clerical' END AS kind,
  NULL AS effective_on, CASE WHEN n.change_id = h.replaced_by THEN n.file_id ELSE o.file_id END AS file_id
FROM demand_history h
JOIN demand n ON n.id = h.id
LEFT JOIN demand_history o ON o.id = h.id AND o.change_id = h.replaced_by
LEFT JOIN venue v ON v.id = n.venue_id
UNION ALL
SELECT h.replaced_by AS change_id, 'contract_registration' AS noun, v.code AS venue_code, v.code || '/' || n.code AS name,
  CASE WHEN CASE WHEN n.change_id = h.replaced_by THEN n.is_void ELSE o.is_void END > h.is_void THEN 'void'
    ELSE 'clerical' END AS kind,
  NULL AS effective_on, CASE WHEN n.change_id = h.replaced_by THEN n.file_id ELSE o.file_id END AS file_id
FROM contract_registration_history h
JOIN contract_registration n ON n.id = h.id
LEFT JOIN contract_registration_history o ON o.id = h.id AND o.change_id = h.replaced_by
LEFT JOIN venue v ON v.id = n.venue_id
UNION ALL
SELECT h.replaced_by AS change_id, 'instalment' AS noun, v.code AS venue_code, v.code || '/' || n.code AS name,
  CASE WHEN CASE WHEN n.change_id = h.replaced_by THEN n.is_void ELSE o.is_void END > h.is_void THEN 'void'
    ELSE 'clerical' END AS kind,
  NULL AS effective_on, CASE WHEN n.change_id = h.replaced_by THEN n.file_id ELSE o.file_id END AS file_id
FROM instalment_history h
JOIN instalment n ON n.id = h.id
LEFT JOIN instalment_history o ON o.id = h.id AND o.change_id = h.replaced_by
LEFT JOIN venue v ON v.id = n.venue_id
UNION ALL
SELECT h.replaced_by AS change_id, 'payment' AS noun, v.code AS venue_code, v.code || '/' || n.code AS name,
  CASE WHEN CASE WHEN n.change_id = h.replaced_by THEN n.is_void ELSE o.is_void END > h.is_void THEN 'void'
    ELSE 'clerical' END AS kind,
  NULL AS effective_on, CASE WHEN n.change_id = h.replaced_by THEN n.file_id ELSE o.file_id END AS file_id
FROM payment_history h
JOIN payment n ON n.id = h.id
LEFT JOIN payment_history o ON o.id = h.id AND o.change_id = h.replaced_by
LEFT JOIN venue v ON v.id = n.venue_id
UNION ALL
SELECT h.replaced_by AS change_id, 'certificate' AS noun, v.code AS venue_code, v.code || '/' || n.code AS name,
  CASE WHEN CASE WHEN n.change_id = h.replaced_by THEN n.is_void ELSE o.is_void END > h.is_void THEN 'void'
    WHEN h.revoked_on IS NULL AND CASE WHEN n.change_id = h.replaced_by THEN n.revoked_on ELSE o.revoked_on END
      IS NOT NULL THEN 'revocation'
    ELSE 'clerical' END AS kind,
  CASE WHEN h.revoked_on IS NULL THEN CASE WHEN n.change_id = h.replaced_by THEN n.revoked_on ELSE o.revoked_on END END
    AS effective_on,
  CASE WHEN n.change_id = h.replaced_by THEN n.file_id ELSE o.file_id END AS file_id
FROM certificate_history h
JOIN certificate n ON n.id = h.id
LEFT JOIN certificate_history o ON o.id = h.id AND o.change_id = h.replaced_by
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
