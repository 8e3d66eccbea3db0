-- How deals are settled: what was agreed to be paid when, and what went through the exchange's account.

-- A part of the price or the royalty of a deal that was agreed to be paid by a day.
CREATE TABLE instalment (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id),
  code TEXT NOT NULL,
  deal_id INTEGER NOT NULL REFERENCES deal (id),  -- of the same venue
  kind TEXT NOT NULL CHECK (kind = 'price' OR kind = 'royalty'),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0 AND amount_fen <= 1000000000000000),
  due_on TEXT NOT NULL CHECK (due_on = date(due_on)),
  note TEXT,
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (venue_id, code)
) STRICT;

-- The versions of instalment that were replaced.
CREATE TABLE instalment_history (
  id INTEGER NOT NULL,
  venue_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  deal_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  note TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER instalment_insert_gate BEFORE INSERT ON instalment
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM instalment WHERE id = NEW.id OR venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'instalment: a new record belongs to an open change; use registry add-instalment'); END;
CREATE TRIGGER instalment_update_gate BEFORE UPDATE ON instalment
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM instalment WHERE id <> NEW.id AND venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'instalment: a record is corrected by an open change of its own'); END;
CREATE TRIGGER instalment_keep_history AFTER UPDATE ON instalment
BEGIN
  INSERT INTO instalment_history VALUES (OLD.id, OLD.venue_id, OLD.code, OLD.deal_id, OLD.kind, OLD.amount_fen,
    OLD.due_on, OLD.note, OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row, OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER instalment_no_delete BEFORE DELETE ON instalment
BEGIN SELECT RAISE(ABORT, 'instalment: nothing recorded is deleted'); END;
CREATE TRIGGER instalment_history_insert_gate BEFORE INSERT ON instalment_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM instalment_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'instalment_history: written only by a correction of instalment'); END;
CREATE TRIGGER instalment_history_no_update BEFORE UPDATE ON instalment_history
BEGIN SELECT RAISE(ABORT, 'instalment_history: stays as it was written'); END;
CREATE TRIGGER instalment_history_no_delete BEFORE DELETE ON instalment_history
BEGIN SELECT RAISE(ABORT, 'instalment_history: nothing recorded is deleted'); END;

-- Money that went into the exchange's account for a deal, or out of it.
CREATE TABLE payment (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id),
  code TEXT NOT NULL,
  deal_id INTEGER NOT NULL REFERENCES deal (id),  -- of the same venue
  kind TEXT NOT NULL  -- a refund is of the price: out to the buyer, or in from the seller
    CHECK (kind = 'price' OR kind = 'royalty' OR kind = 'fee' OR kind = 'deposit' OR kind = 'refund'),
  direction TEXT NOT NULL CHECK (direction = 'in' OR direction = 'out'),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0 AND amount_fen <= 1000000000000000),
  paid_on TEXT NOT NULL CHECK (paid_on = date(paid_on)),
  payer_id INTEGER REFERENCES party (id),
  payee_id INTEGER REFERENCES party (id),
  note TEXT,
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (venue_id, code)
) STRICT;

-- The versions of payment that were replaced.
CREATE TABLE payment_history (
  id INTEGER NOT NULL,
  venue_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  deal_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  direction TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  paid_on TEXT NOT NULL,
  payer_id INTEGER,
  payee_id INTEGER,
  note TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER payment_insert_gate BEFORE INSERT ON payment
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM payment WHERE id = NEW.id OR venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'payment: a new record belongs to an open change; use registry add-payment'); END;
CREATE TRIGGER payment_update_gate BEFORE UPDATE ON payment
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM payment WHERE id <> NEW.id AND venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'payment: a record is corrected by an open change of its own'); END;
CREATE TRIGGER payment_keep_history AFTER UPDATE ON payment
BEGIN
  INSERT INTO payment_history VALUES (OLD.id, OLD.venue_id, OLD.code, OLD.deal_id, OLD.kind, OLD.direction,
    OLD.amount_fen, OLD.paid_on, OLD.payer_id, OLD.payee_id, OLD.note, OLD.is_void, OLD.change_id, OLD.file_id,
    OLD.file_row, OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment
BEGIN SELECT RAISE(ABORT, 'payment: nothing recorded is deleted'); END;
CREATE TRIGGER payment_history_insert_gate BEFORE INSERT ON payment_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM payment_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'payment_history: written only by a correction of payment'); END;
CREATE TRIGGER payment_history_no_update BEFORE UPDATE ON payment_history
BEGIN SELECT RAISE(ABORT, 'payment_history: stays as it was written'); END;
CREATE TRIGGER payment_history_no_delete BEFORE DELETE ON payment_history
BEGIN SELECT RAISE(ABORT, 'payment_history: nothing recorded is deleted'); END;

CREATE INDEX instalment_by_deal ON instalment (deal_id);
CREATE INDEX payment_by_deal ON payment (deal_id);
CREATE INDEX payment_history_by_deal ON payment_history (deal_id);

-- What a change replaced, as of the other records.
CREATE INDEX instalment_history_by_replacer ON instalment_history (replaced_by);
CREATE INDEX payment_history_by_replacer ON payment_history (replaced_by);
CREATE INDEX demand_history_by_replacer ON demand_history (replaced_by);
CREATE INDEX contract_registration_history_by_replacer ON contract_registration_history (replaced_by);

CREATE VIEW instalments AS
SELECT v.code AS venue_code, i.code, d.code AS deal_code, i.kind, i.amount_fen, i.amount_fen / 100.0 AS amount_yuan,
  i.due_on, i.note, v.network, v.region, f.name AS file_name, i.file_row, i.change_id
FROM instalment i
LEFT JOIN venue v ON v.id = i.venue_id
LEFT JOIN deal d ON d.id = i.deal_id
LEFT JOIN source_file f ON f.id = i.file_id
WHERE i.is_void = 0;

CREATE VIEW payments AS
SELECT v.code AS venue_code, p.code, d.code AS deal_code, p.kind, p.direction, p.amount_fen,
  p.amount_fen / 100.0 AS amount_yuan, p.paid_on, r.name AS payer, e.name AS payee, p.note, v.network, v.region,
  f.name AS file_name, p.file_row, p.change_id
FROM payment p
LEFT JOIN venue v ON v.id = p.venue_id
LEFT JOIN deal d ON d.id = p.deal_id
LEFT JOIN party_merge mr ON mr.party_id = p.payer_id AND mr.is_void = 0
LEFT JOIN party r ON r.id = coalesce(mr.into_id, p.payer_id)
LEFT JOIN party_merge me ON me.party_id = p.payee_id AND me.is_void = 0
LEFT JOIN party e ON e.id = coalesce(me.into_id, p.payee_id)
LEFT JOIN source_file f ON f.id = p.file_id
WHERE p.is_void = 0;

CREATE VIEW instalment_versions AS
SELECT id, venue_id, code, deal_id, kind, amount_fen, due_on, note, is_void, file_id, file_row,
  change_id AS from_change, NULL AS until_change
FROM instalment
UNION ALL
SELECT id, venue_id, code, deal_id, kind, amount_fen, due_on, note, is_void, file_id, file_row, change_id, replaced_by
FROM instalment_history;

CREATE VIEW payment_versions AS
SELECT id, venue_id, code, deal_id, kind, direction, amount_fen, paid_on, payer_id, payee_id, note, is_void, file_id,
  file_row, change_id AS from_change, NULL AS until_change
FROM payment
UNION ALL
SELECT id, venue_id, code, deal_id, kind, direction, amount_fen, paid_on, payer_id, payee_id, note, is_void, file_id,
  file_row, change_id, replaced_by
FROM payment_history;

-- The account of each deal for which anything was paid. The price is the one in force, 0 once the deal was terminated;
-- what was received is of the price and less what was refunded, what was paid on less what the seller gave back.
CREATE VIEW settlements AS
SELECT venue_code, deal_code, agreed_fen, agreed_fen / 100.0 AS agreed_yuan,
  received_fen, received_fen / 100.0 AS received_yuan, paid_on_fen, paid_on_fen / 100.0 AS paid_on_yuan,
  in_fen, out_fen, in_fen - out_fen AS held_fen, (in_fen - out_fen) / 100.0 AS held_yuan,
  CASE WHEN received_fen < agreed_fen THEN agreed_fen - received_fen ELSE 0 END AS outstanding_fen,
  CASE WHEN received_fen < agreed_fen THEN agreed_fen - received_fen ELSE 0 END / 100.0 AS outstanding_yuan
FROM (
  SELECT v.code AS venue_code, d.code AS deal_code,
    coalesce((SELECT CASE e.kind WHEN 'terminated' THEN 0 ELSE e.amount_fen END FROM deal_event e
      WHERE e.deal_id = d.id AND e.is_void = 0 ORDER BY e.effective_on DESC, e.id DESC LIMIT 1), d.amount_fen)
      AS agreed_fen,
    p.received_fen, p.paid_on_fen, p.in_fen, p.out_fen
  FROM (
    SELECT deal_id,
      sum(CASE WHEN direction = 'in' THEN amount_fen ELSE 0 END) AS in_fen,
      sum(CASE WHEN direction = 'out' THEN amount_fen ELSE 0 END) AS out_fen,
      sum(CASE WHEN direction = 'in' AND kind = 'price' THEN amount_fen
        WHEN direction = 'out' AND kind = 'refund' THEN -amount_fen ELSE 0 END) AS received_fen,
      sum(CASE WHEN direction = 'out' AND kind = 'price' THEN amount_fen
        WHEN direction = 'in' AND kind = 'refund' THEN -amount_fen ELSE 0 END) AS paid_on_fen
    FROM payment WHERE is_void = 0 GROUP BY deal_id
  ) p
  JOIN deal d ON d.id = p.deal_id
  LEFT JOIN venue v ON v.id = d.venue_id
) s;

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
    OR p.table_name = 'instalment' OR p.table_name = 'payment') THEN 1
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
