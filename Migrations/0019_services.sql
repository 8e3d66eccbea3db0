-- The exchange's services: what is wanted, and contracts that were registered.

-- A technology that somebody wants.
CREATE TABLE demand (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  abstract TEXT,  -- what is wanted, in full
  field TEXT
    CHECK (field IS NULL OR field = 'electronics' OR field = 'aerospace' OR field = 'manufacturing'
      OR field = 'biomedicine' OR field = 'materials' OR field = 'energy' OR field = 'environment'
      OR field = 'nuclear' OR field = 'agriculture' OR field = 'transport' OR field = 'urban'),
  demander_id INTEGER REFERENCES party (id),
  budget_fen INTEGER CHECK (budget_fen >= 0 AND budget_fen <= 1000000000000000),  -- at most so much
  posted_on TEXT NOT NULL CHECK (posted_on = date(posted_on)),
  posted_until TEXT CHECK (posted_until IS NULL OR posted_until = date(posted_until)),
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (venue_id, code)
) STRICT;

-- The versions of demand that were replaced.
CREATE TABLE demand_history (
  id INTEGER NOT NULL,
  venue_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  abstract TEXT,
  field TEXT,
  demander_id INTEGER,
  budget_fen INTEGER,
  posted_on TEXT NOT NULL,
  posted_until TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER demand_insert_gate BEFORE INSERT ON demand
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM demand WHERE id = NEW.id OR venue_id = NEW.venue_id AND code = NEW.code)
BEGIN
  SELECT RAISE(ABORT, 'demand: a new record belongs to an open change; use registry add-demand');
END;
CREATE TRIGGER demand_update_gate BEFORE UPDATE ON demand
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM demand WHERE id <> NEW.id AND (venue_id = NEW.venue_id AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'demand: a record is corrected by an open change of its own'); END;
CREATE TRIGGER demand_keep_history AFTER UPDATE ON demand
BEGIN
  INSERT INTO demand_history (id, venue_id, code, title, abstract, field, demander_id, budget_fen, posted_on,
    posted_until, is_void, change_id, file_id, file_row, file_offset, replaced_by)
  VALUES (OLD.id, OLD.venue_id, OLD.code, OLD.title, OLD.abstract, OLD.field, OLD.demander_id, OLD.budget_fen,
    OLD.posted_on, OLD.posted_until, OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row, OLD.file_offset,
    NEW.change_id);
END;
CREATE TRIGGER demand_no_delete BEFORE DELETE ON demand
BEGIN SELECT RAISE(ABORT, 'demand: nothing recorded is deleted'); END;
CREATE TRIGGER demand_history_insert_gate BEFORE INSERT ON demand_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM demand_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'demand_history: written only by a correction of demand'); END;
CREATE TRIGGER demand_history_no_update BEFORE UPDATE ON demand_history
BEGIN SELECT RAISE(ABORT, 'demand_history: stays as it was written'); END;
CREATE TRIGGER demand_history_no_delete BEFORE DELETE ON demand_history
BEGIN SELECT RAISE(ABORT, 'demand_history: nothing recorded is deleted'); END;

-- A contract that the market office has registered; its code is the number of the registration.
CREATE TABLE contract_registration (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id),
  code TEXT NOT NULL,  -- 14 or 16 digits
  deal_id INTEGER REFERENCES deal (id),  -- of the same venue
  title TEXT,
  kind TEXT NOT NULL
    CHECK (kind = 'transfer' OR kind = 'licence' OR kind = 'development' OR kind = 'service'
      OR kind = 'consulting'),
  field TEXT
    CHECK (field IS NULL OR field = 'electronics' OR field = 'aerospace' OR field = 'manufacturing'
      OR field = 'biomedicine' OR field = 'materials' OR field = 'energy' OR field = 'environment'
      OR field = 'nuclear' OR field = 'agriculture' OR field = 'transport' OR field = 'urban'),
  seller_id INTEGER REFERENCES party (id),
  buyer_id INTEGER REFERENCES party (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0 AND amount_fen <= 1000000000000000),
  technical_amount_fen INTEGER  -- never above amount_fen
    CHECK (technical_amount_fen >= 0 AND technical_amount_fen <= 1000000000000000),
  office TEXT,
  channel TEXT
    CHECK (channel IS NULL OR channel = 'online' OR channel = 'service_point'),
  by_commitment TEXT
    CHECK (by_commitment IS NULL OR by_commitment = 'yes' OR by_commitment = 'no'),
  registered_on TEXT NOT NULL CHECK (registered_on = date(registered_on)),
  cancelled_on TEXT CHECK (cancelled_on IS NULL OR cancelled_on = date(cancelled_on)),  -- from that day on it counts no more
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (venue_id, code)
) STRICT;

-- The versions of contract_registration that were replaced.
CREATE TABLE contract_registration_history (
  id INTEGER NOT NULL,
  venue_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  deal_id INTEGER,
  title TEXT,
  kind TEXT NOT NULL,
  field TEXT,
  seller_id INTEGER,
  buyer_id INTEGER,
  amount_fen INTEGER NOT NULL,
  technical_amount_fen INTEGER,
  office TEXT,
  channel TEXT,
  by_commitment TEXT,
  registered_on TEXT NOT NULL,
  cancelled_on TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER contract_registration_insert_gate BEFORE INSERT ON contract_registration
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM contract_registration WHERE id = NEW.id OR venue_id = NEW.venue_id AND code = NEW.code)
BEGIN
  SELECT RAISE(ABORT, 'contract_registration: a new record belongs to an open change; use registry add-contract-registration');
END;
CREATE TRIGGER contract_registration_update_gate BEFORE UPDATE ON contract_registration
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM contract_registration WHERE id <> NEW.id AND (venue_id = NEW.venue_id AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'contract_registration: a record is corrected by an open change of its own'); END;
CREATE TRIGGER contract_registration_keep_history AFTER UPDATE ON contract_registration
BEGIN
  INSERT INTO contract_registration_history (id, venue_id, code, deal_id, title, kind, field, seller_id,
    buyer_id, amount_fen, technical_amount_fen, office, channel, by_commitment, registered_on, cancelled_on,
    is_void, change_id, file_id, file_row, file_offset, replaced_by)
  VALUES (OLD.id, OLD.venue_id, OLD.code, OLD.deal_id, OLD.title, OLD.kind, OLD.field, OLD.seller_id,
    OLD.buyer_id, OLD.amount_fen, OLD.technical_amount_fen, OLD.office, OLD.channel, OLD.by_commitment,
    OLD.registered_on, OLD.cancelled_on, OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row, OLD.file_offset,
    NEW.change_id);
END;
CREATE TRIGGER contract_registration_no_delete BEFORE DELETE ON contract_registration
BEGIN SELECT RAISE(ABORT, 'contract_registration: nothing recorded is deleted'); END;
CREATE TRIGGER contract_registration_history_insert_gate BEFORE INSERT ON contract_registration_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM contract_registration_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'contract_registration_history: written only by a correction of contract_registration'); END;
CREATE TRIGGER contract_registration_history_no_update BEFORE UPDATE ON contract_registration_history
BEGIN SELECT RAISE(ABORT, 'contract_registration_history: stays as it was written'); END;
CREATE TRIGGER contract_registration_history_no_delete BEFORE DELETE ON contract_registration_history
BEGIN SELECT RAISE(ABORT, 'contract_registration_history: nothing recorded is deleted'); END;

CREATE INDEX contract_registration_by_deal ON contract_registration (deal_id);

CREATE VIEW demands AS
SELECT v.code AS venue_code, d.code, d.title, d.abstract, d.field, o.name AS demander, d.budget_fen,
  d.budget_fen / 100.0 AS budget_yuan, d.posted_on, d.posted_until, v.network, v.region, f.name AS file_name, d.file_row,
  d.change_id
FROM demand d
LEFT JOIN venue v ON v.id = d.venue_id
LEFT JOIN party_merge m ON m.party_id = d.demander_id AND m.is_void = 0
LEFT JOIN party o ON o.id = coalesce(m.into_id, d.demander_id)
LEFT JOIN source_file f ON f.id = d.file_id
WHERE d.is_void = 0;

-- Registered contracts, cancelled or not. Their number and sum without the cancelled ones are the totals of today.
CREATE VIEW contract_registrations AS
SELECT v.code AS venue_code, r.code, d.code AS deal_code, r.title, r.kind, r.field, s.name AS seller, b.name AS buyer,
  r.amount_fen, r.amount_fen / 100.0 AS amount_yuan, r.technical_amount_fen, r.office, r.channel, r.by_commitment,
  r.registered_on, r.cancelled_on, v.network, v.region, f.name AS file_name, r.file_row, r.change_id
FROM contract_registration r
LEFT JOIN venue v ON v.id = r.venue_id
LEFT JOIN deal d ON d.id = r.deal_id
LEFT JOIN party_merge ms ON ms.party_id = r.seller_id AND ms.is_void = 0
LEFT JOIN party s ON s.id = coalesce(ms.into_id, r.seller_id)
LEFT JOIN party_merge mb ON mb.party_id = r.buyer_id AND mb.is_void = 0
LEFT JOIN party b ON b.id = coalesce(mb.into_id, r.buyer_id)
LEFT JOIN source_file f ON f.id = r.file_id
WHERE r.is_void = 0;

CREATE VIEW demand_versions AS
SELECT
  id, venue_id, code, title, abstract, field, demander_id, budget_fen, posted_on, posted_until, is_void, file_id,
  file_row, change_id AS from_change, NULL AS until_change
FROM demand
UNION ALL
SELECT
  id, venue_id, code, title, abstract, field, demander_id, budget_fen, posted_on, posted_until, is_void, file_id,
  file_row, change_id, replaced_by
FROM demand_history;

CREATE VIEW contract_registration_versions AS
SELECT
  id, venue_id, code, deal_id, title, kind, field, seller_id, buyer_id, amount_fen, technical_amount_fen, office,
  channel, by_commitment, registered_on, cancelled_on, is_void, file_id, file_row, change_id AS from_change,
  NULL AS until_change
FROM contract_registration
UNION ALL
SELECT
  id, venue_id, code, deal_id, title, kind, field, seller_id, buyer_id, amount_fen, technical_amount_fen, office,
  channel, by_commitment, registered_on, cancelled_on, is_void, file_id, file_row, change_id, replaced_by
FROM contract_registration_history;

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
    OR p.table_name = 'deal' OR p.table_name = 'demand' OR p.table_name = 'contract_registration') THEN 1
  -- A void party that a new record names is there again: no correction, but for a revert.
  WHEN p.table_name = 'party' AND p.changed_rows > CASE
    WHEN EXISTS (SELECT 1 FROM change_part r WHERE r.change_id = p.change_id AND r.table_name = 'reversal') THEN 0
    ELSE (SELECT count(*) FROM party_history h WHERE h.replaced_by = p.change_id AND h.is_void = 1) END THEN 1
  ELSE 0 END) = 1;

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
