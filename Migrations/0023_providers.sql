-- What the exchange and its partners do beside the trade; and of registrations how they came about.

-- Registrations anew: an application has a number and no day of registration yet.
DROP VIEW corrections;
DROP VIEW correcting_changes;
DROP VIEW contract_registration_versions;
DROP VIEW contract_registrations;
ALTER TABLE contract_registration RENAME TO contract_registration_before;
ALTER TABLE contract_registration_history RENAME TO contract_registration_history_before;

-- A technology contract that an office was asked to register, and did.
CREATE TABLE contract_registration (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id),
  code TEXT NOT NULL,  -- 14 or 16 digits, given when the contract is submitted
  deal_id INTEGER REFERENCES deal (id),  -- of the same venue
  title TEXT,
  kind TEXT NOT NULL
    CHECK (kind = 'transfer' OR kind = 'licence' OR kind = 'development' OR kind = 'service'
      OR kind = 'consulting'),
  field TEXT
    CHECK (field = 'electronics' OR field = 'aerospace' OR field = 'manufacturing'
      OR field = 'biomedicine' OR field = 'materials' OR field = 'energy' OR field = 'environment'
      OR field = 'nuclear' OR field = 'agriculture' OR field = 'transport' OR field = 'urban'),
  seller_id INTEGER REFERENCES party (id),
  buyer_id INTEGER REFERENCES party (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0 AND amount_fen <= 1000000000000000),
  technical_amount_fen INTEGER  -- never above amount_fen
    CHECK (technical_amount_fen >= 0 AND technical_amount_fen <= 1000000000000000),
  office TEXT,
  service_point TEXT,
  channel TEXT
    CHECK (channel = 'online' OR channel = 'service_point'),
  by_commitment TEXT
    CHECK (by_commitment = 'yes' OR by_commitment = 'no'),
  submitted_on TEXT CHECK (submitted_on = date(submitted_on)),
  accepted_on TEXT CHECK (accepted_on = date(accepted_on)),
  registered_on TEXT CHECK (registered_on = date(registered_on)),  -- null until it is registered
  refused_on TEXT CHECK (refused_on = date(refused_on)),
  withdrawn_on TEXT CHECK (withdrawn_on = date(withdrawn_on)),
  cancelled_on TEXT CHECK (cancelled_on = date(cancelled_on)),  -- from that day on it counts no more
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
  service_point TEXT,
  channel TEXT,
  by_commitment TEXT,
  submitted_on TEXT,
  accepted_on TEXT,
  registered_on TEXT,
  refused_on TEXT,
  withdrawn_on TEXT,
  cancelled_on TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

INSERT INTO contract_registration (
  id, venue_id, code, deal_id, title, kind, field, seller_id, buyer_id, amount_fen, technical_amount_fen, office,
  channel, by_commitment, registered_on, cancelled_on, is_void, change_id, file_id, file_row, file_offset)
SELECT
  id, venue_id, code, deal_id, title, kind, field, seller_id, buyer_id, amount_fen, technical_amount_fen, office,
  channel, by_commitment, registered_on, cancelled_on, is_void, change_id, file_id, file_row, file_offset
FROM contract_registration_before;
INSERT INTO contract_registration_history (
  id, venue_id, code, deal_id, title, kind, field, seller_id, buyer_id, amount_fen, technical_amount_fen, office,
  channel, by_commitment, registered_on, cancelled_on, is_void, change_id, file_id, file_row, file_offset,
  replaced_by)
SELECT
  id, venue_id, code, deal_id, title, kind, field, seller_id, buyer_id, amount_fen, technical_amount_fen, office,
  channel, by_commitment, registered_on, cancelled_on, is_void, change_id, file_id, file_row, file_offset,
  replaced_by
FROM contract_registration_history_before;
DROP TABLE contract_registration_before;
DROP TABLE contract_registration_history_before;

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
  INSERT INTO contract_registration_history VALUES (
    OLD.id, OLD.venue_id, OLD.code, OLD.deal_id, OLD.title, OLD.kind, OLD.field, OLD.seller_id, OLD.buyer_id,
    OLD.amount_fen, OLD.technical_amount_fen, OLD.office, OLD.service_point, OLD.channel, OLD.by_commitment,
    OLD.submitted_on, OLD.accepted_on, OLD.registered_on, OLD.refused_on, OLD.withdrawn_on, OLD.cancelled_on,
    OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row, OLD.file_offset, NEW.change_id);
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
CREATE INDEX contract_registration_history_by_replacer ON contract_registration_history (replaced_by);

-- Contracts that were submitted, registered, cancelled or not. The number and sum of those that are registered and not
-- cancelled are the totals of today.
CREATE VIEW contract_registrations AS
SELECT v.code AS venue_code, r.code, d.code AS deal_code, r.title, r.kind, r.field, s.name AS seller, b.name AS buyer,
  r.amount_fen, r.amount_fen / 100.0 AS amount_yuan, r.technical_amount_fen, r.office, r.service_point, r.channel,
  r.by_commitment,
  CASE WHEN r.cancelled_on IS NOT NULL THEN 'cancelled' WHEN r.registered_on IS NOT NULL THEN 'registered'
    WHEN r.withdrawn_on IS NOT NULL THEN 'withdrawn' WHEN r.refused_on IS NOT NULL THEN 'refused'
    WHEN r.accepted_on IS NOT NULL THEN 'accepted' ELSE 'submitted' END AS status,
  r.submitted_on, r.accepted_on, r.registered_on, r.refused_on, r.withdrawn_on, r.cancelled_on, v.network, v.region,
  f.name AS file_name, r.file_row, r.change_id
FROM contract_registration r
LEFT JOIN venue v ON v.id = r.venue_id
LEFT JOIN deal d ON d.id = r.deal_id
LEFT JOIN party_merge ms ON ms.party_id = r.seller_id AND ms.is_void = 0
LEFT JOIN party s ON s.id = coalesce(ms.into_id, r.seller_id)
LEFT JOIN party_merge mb ON mb.party_id = r.buyer_id AND mb.is_void = 0
LEFT JOIN party b ON b.id = coalesce(mb.into_id, r.buyer_id)
LEFT JOIN source_file f ON f.id = r.file_id
WHERE r.is_void = 0;

CREATE VIEW contract_registration_versions AS
SELECT
  id, venue_id, code, deal_id, title, kind, field, seller_id, buyer_id, amount_fen, technical_amount_fen, office,
  service_point, channel, by_commitment, submitted_on, accepted_on, registered_on, refused_on, withdrawn_on,
  cancelled_on, is_void, file_id, file_row, change_id AS from_change, NULL AS until_change
FROM contract_registration
UNION ALL
SELECT
  id, venue_id, code, deal_id, title, kind, field, seller_id, buyer_id, amount_fen, technical_amount_fen, office,
  service_point, channel, by_commitment, submitted_on, accepted_on, registered_on, refused_on, withdrawn_on,
  cancelled_on, is_void, file_id, file_row, change_id, replaced_by
FROM contract_registration_history;

-- A service of a provider: one that was rendered once, or one that stands open. What amount_fen is, its kind tells: of
-- custody and valuation the value, of matchmaking and training the fee, of a loan what was lent, of a renewal what was
-- renewed, of a deferral the interest deferred, of a relief what was relieved, of a programme the quota.
CREATE TABLE service (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id),
  code TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind = 'custody' OR kind = 'valuation' OR kind = 'matchmaking' OR kind = 'loan' OR kind = 'renewal'
      OR kind = 'deferral' OR kind = 'relief' OR kind = 'training' OR kind = 'programme' OR kind = 'service_point'),
  title TEXT,
  provider_id INTEGER NOT NULL REFERENCES party (id),
  customer_id INTEGER REFERENCES party (id),
  service_id INTEGER REFERENCES service (id),  -- of a loan its programme; of what became of a loan the loan
  listing_id INTEGER REFERENCES listing (id),  -- of the same venue, as all below
  demand_id INTEGER REFERENCES demand (id),
  deal_id INTEGER REFERENCES deal (id),
  amount_fen INTEGER CHECK (amount_fen >= 0 AND amount_fen <= 1000000000000000),
  attendees TEXT,
  place TEXT,
  started_on TEXT NOT NULL CHECK (started_on = date(started_on)),
  ended_on TEXT CHECK (ended_on = date(ended_on)),  -- or is to end
  closed_on TEXT CHECK (closed_on = date(closed_on)),  -- from that day on it stands open no more
  outcome TEXT CHECK (outcome = 'succeeded' OR outcome = 'failed' OR outcome = 'stopped'),
  note TEXT,
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (venue_id, code)
) STRICT;

-- The versions of service that were replaced.
CREATE TABLE service_history (
  id INTEGER NOT NULL,
  venue_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT,
  provider_id INTEGER NOT NULL,
  customer_id INTEGER,
  service_id INTEGER,
  listing_id INTEGER,
  demand_id INTEGER,
  deal_id INTEGER,
  amount_fen INTEGER,
  attendees TEXT,
  place TEXT,
  started_on TEXT NOT NULL,
  ended_on TEXT,
  closed_on TEXT,
  outcome TEXT,
  note TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER service_insert_gate BEFORE INSERT ON service
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM service WHERE id = NEW.id OR venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'service: a new record belongs to an open change; use registry add-service'); END;
CREATE TRIGGER service_update_gate BEFORE UPDATE ON service
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM service WHERE id <> NEW.id AND venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'service: a record is corrected by an open change of its own'); END;
CREATE TRIGGER service_keep_history AFTER UPDATE ON service
BEGIN
  INSERT INTO service_history VALUES (
    OLD.id, OLD.venue_id, OLD.code, OLD.kind, OLD.title, OLD.provider_id, OLD.customer_id, OLD.service_id,
    OLD.listing_id, OLD.demand_id, OLD.deal_id, OLD.amount_fen, OLD.attendees, OLD.place, OLD.started_on,
    OLD.ended_on, OLD.closed_on, OLD.outcome, OLD.note, OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row,
    OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER service_no_delete BEFORE DELETE ON service
BEGIN SELECT RAISE(ABORT, 'service: nothing recorded is deleted'); END;
CREATE TRIGGER service_history_insert_gate BEFORE INSERT ON service_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM service_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'service_history: written only by a correction of service'); END;
CREATE TRIGGER service_history_no_update BEFORE UPDATE ON service_history
BEGIN SELECT RAISE(ABORT, 'service_history: stays as it was written'); END;
CREATE TRIGGER service_history_no_delete BEFORE DELETE ON service_history
BEGIN SELECT RAISE(ABORT, 'service_history: nothing recorded is deleted'); END;

-- What names a record, which keeps it from becoming void.
CREATE INDEX service_by_service ON service (service_id);
CREATE INDEX service_by_demand ON service (demand_id);
CREATE INDEX service_by_deal ON service (deal_id);
CREATE INDEX service_history_by_replacer ON service_history (replaced_by);

CREATE VIEW services AS
SELECT v.code AS venue_code, s.code, s.kind, s.title, p.name AS provider, c.name AS customer, u.code AS service_code,
  l.code AS listing_code, n.code AS demand_code, d.code AS deal_code, s.amount_fen, s.amount_fen / 100.0 AS amount_yuan,
  s.attendees, s.place, s.started_on, s.ended_on, s.closed_on, s.outcome, s.note, v.network, v.region,
  f.name AS file_name, s.file_row, s.change_id
FROM service s
LEFT JOIN venue v ON v.id = s.venue_id
LEFT JOIN party_merge mp ON mp.party_id = s.provider_id AND mp.is_void = 0
LEFT JOIN party p ON p.id = coalesce(mp.into_id, s.provider_id)
LEFT JOIN party_merge mc ON mc.party_id = s.customer_id AND mc.is_void = 0
LEFT JOIN party c ON c.id = coalesce(mc.into_id, s.customer_id)
LEFT JOIN service u ON u.id = s.service_id
LEFT JOIN listing l ON l.id = s.listing_id
LEFT JOIN demand n ON n.id = s.demand_id
LEFT JOIN deal d ON d.id = s.deal_id
LEFT JOIN source_file f ON f.id = s.file_id
WHERE s.is_void = 0;

-- What banks announced to lend, and what of it the loans have drawn. It is in no total of deals.
CREATE VIEW programmes AS
SELECT v.code AS venue_code, q.code, q.title, p.name AS provider, q.started_on, q.closed_on, q.amount_fen AS quota_fen,
  coalesce(t.drawn_fen, 0) AS drawn_fen, coalesce(t.loans, 0) AS loans,
  q.amount_fen - coalesce(t.drawn_fen, 0) AS left_fen
FROM service q
LEFT JOIN venue v ON v.id = q.venue_id
LEFT JOIN party_merge m ON m.party_id = q.provider_id AND m.is_void = 0
LEFT JOIN party p ON p.id = coalesce(m.into_id, q.provider_id)
LEFT JOIN (
  SELECT service_id, CAST(sum(amount_fen) AS BIGINT) AS drawn_fen, count(*) AS loans
  FROM service WHERE kind = 'loan' AND is_void = 0 GROUP BY service_id
) t ON t.service_id = q.id
WHERE q.kind = 'programme' AND q.is_void = 0;

CREATE VIEW service_versions AS
SELECT
  id, venue_id, code, kind, title, provider_id, customer_id, service_id, listing_id, demand_id, deal_id, amount_fen,
  attendees, place, started_on, ended_on, closed_on, outcome, note, is_void, file_id, file_row,
  change_id AS from_change, NULL AS until_change
FROM service
UNION ALL
SELECT
  id, venue_id, code, kind, title, provider_id, customer_id, service_id, listing_id, demand_id, deal_id, amount_fen,
  attendees, place, started_on, ended_on, closed_on, outcome, note, is_void, file_id, file_row, change_id,
  replaced_by
FROM service_history;

-- The corrections anew, with those of the records above.
CREATE VIEW correcting_changes AS
SELECT p.change_id,
  CASE WHEN max(CASE WHEN p.table_name = 'source_file' THEN 1 ELSE 0 END) = 1 THEN 0 ELSE 1 END AS is_by_hand
FROM change_part p
GROUP BY p.change_id
HAVING max(CASE
  WHEN p.table_name = 'deal_event' OR p.table_name = 'listing_event' OR p.table_name = 'party_merge' THEN 1
  WHEN p.changed_rows > 0 AND (p.table_name = 'venue' OR p.table_name = 'intention' OR p.table_name = 'listing'
    OR p.table_name = 'deal' OR p.table_name = 'demand' OR p.table_name = 'contract_registration'
    OR p.table_name = 'instalment' OR p.table_name = 'payment' OR p.table_name = 'certificate'
    OR p.table_name = 'service') THEN 1
  -- A void party that a new record names is there again: no correction, but for a revert.
  WHEN p.table_name = 'party' AND p.changed_rows > CASE
    WHEN EXISTS (SELECT 1 FROM change_part r WHERE r.change_id = p.change_id AND r.table_name = 'reversal') THEN 0
    ELSE (SELECT count(*) FROM party_history h WHERE h.replaced_by = p.change_id AND h.is_void = 1) END THEN 1
  ELSE 0 END) = 1;

-- Every correction of every record. kind tells what it says of the time before: clerical and void that it was never so,
-- amendment, termination, suspension, resumption, withdrawal, revocation, acceptance, registration, refusal, retraction,
-- cancellation and closing that it was so until effective_on, and outcome that none was told yet. Of each replaced version
-- h, what replaced it is the version n of now or, where that was replaced in turn, another o.
CREATE VIEW corrections AS
SELECT x.change_id, c.recorded_at, x.noun, v.code AS venue_code,
  coalesce(v.code || coalesce('/' || x.code, ''), x.code) AS name,
  CASE WHEN substr(c.command, 1, 6) = 'revert' THEN 'revert' WHEN x.is_voided THEN 'void' ELSE x.kind END AS kind,
  x.effective_on, c.reason, c.actor, f.name AS file_name, r.reviewed_by, r.reviewed_at, r.change_id AS review_change_id
FROM (
SELECT h.replaced_by AS change_id, 'venue' AS noun, n.id AS venue_id, NULL AS code,
  coalesce(o.is_void, n.is_void) > h.is_void AS is_voided, 'clerical' AS kind, NULL AS effective_on,
  CASE WHEN o.id IS NOT NULL THEN o.file_id ELSE n.file_id END AS file_id
FROM venue_history h JOIN venue n ON n.id = h.id
LEFT JOIN venue_history o ON o.id = h.id AND o.change_id = h.replaced_by
UNION ALL
SELECT h.replaced_by, 'party', NULL, n.name, coalesce(o.is_void, n.is_void) > h.is_void, 'clerical', NULL,
  CASE WHEN o.id IS NOT NULL THEN o.file_id ELSE n.file_id END
FROM party_history h JOIN party n ON n.id = h.id
LEFT JOIN party_history o ON o.id = h.id AND o.change_id = h.replaced_by
WHERE h.is_void = 0
  OR EXISTS (SELECT 1 FROM change_part r WHERE r.change_id = h.replaced_by AND r.table_name = 'reversal')
UNION ALL
SELECT h.replaced_by, 'intention', n.venue_id, n.code, coalesce(o.is_void, n.is_void) > h.is_void,
  CASE WHEN coalesce(o.venue_id, n.venue_id) <> h.venue_id OR coalesce(o.code, n.code) <> h.code THEN 'move'
    ELSE 'clerical' END, NULL,
  CASE WHEN o.id IS NOT NULL THEN o.file_id ELSE n.file_id END
FROM intention_history h JOIN intention n ON n.id = h.id
LEFT JOIN intention_history o ON o.id = h.id AND o.change_id = h.replaced_by
UNION ALL
SELECT h.replaced_by, 'listing', n.venue_id, n.code, coalesce(o.is_void, n.is_void) > h.is_void,
  CASE WHEN coalesce(o.venue_id, n.venue_id) <> h.venue_id OR coalesce(o.code, n.code) <> h.code THEN 'move'
    ELSE 'clerical' END, NULL,
  CASE WHEN o.id IS NOT NULL THEN o.file_id ELSE n.file_id END
FROM listing_history h JOIN listing n ON n.id = h.id
LEFT JOIN listing_history o ON o.id = h.id AND o.change_id = h.replaced_by
UNION ALL
SELECT h.replaced_by, 'deal', n.venue_id, n.code, coalesce(o.is_void, n.is_void) > h.is_void,
  CASE WHEN coalesce(o.venue_id, n.venue_id) <> h.venue_id OR coalesce(o.code, n.code) <> h.code THEN 'move'
    ELSE 'clerical' END, NULL,
  CASE WHEN o.id IS NOT NULL THEN o.file_id ELSE n.file_id END
FROM deal_history h JOIN deal n ON n.id = h.id
LEFT JOIN deal_history o ON o.id = h.id AND o.change_id = h.replaced_by
UNION ALL
SELECT h.replaced_by, 'demand', n.venue_id, n.code, coalesce(o.is_void, n.is_void) > h.is_void, 'clerical', NULL,
  CASE WHEN o.id IS NOT NULL THEN o.file_id ELSE n.file_id END
FROM demand_history h JOIN demand n ON n.id = h.id
LEFT JOIN demand_history o ON o.id = h.id AND o.change_id = h.replaced_by
UNION ALL
SELECT s.change_id, s.noun, s.venue_id, s.code, s.is_voided,
  CASE WHEN s.c > '' THEN 'cancellation' WHEN s.r > '' THEN 'registration' WHEN s.w > '' THEN 'retraction'
    WHEN s.f > '' THEN 'refusal' WHEN s.a > '' THEN 'acceptance' ELSE 'clerical' END,
  coalesce(s.c, s.r, s.w, s.f, s.a), s.file_id
FROM (
SELECT h.replaced_by AS change_id, 'contract_registration' AS noun, n.venue_id, n.code,
  coalesce(o.is_void, n.is_void) > h.is_void AS is_voided,
  CASE WHEN h.cancelled_on IS NULL THEN CASE WHEN o.id IS NOT NULL THEN o.cancelled_on ELSE n.cancelled_on END END AS c,
  CASE WHEN h.registered_on IS NULL THEN CASE WHEN o.id IS NOT NULL THEN o.registered_on ELSE n.registered_on END END AS r,
  CASE WHEN h.withdrawn_on IS NULL THEN CASE WHEN o.id IS NOT NULL THEN o.withdrawn_on ELSE n.withdrawn_on END END AS w,
  CASE WHEN h.refused_on IS NULL THEN CASE WHEN o.id IS NOT NULL THEN o.refused_on ELSE n.refused_on END END AS f,
  CASE WHEN h.accepted_on IS NULL THEN CASE WHEN o.id IS NOT NULL THEN o.accepted_on ELSE n.accepted_on END END AS a,
  CASE WHEN o.id IS NOT NULL THEN o.file_id ELSE n.file_id END AS file_id
FROM contract_registration_history h JOIN contract_registration n ON n.id = h.id
LEFT JOIN contract_registration_history o ON o.id = h.id AND o.change_id = h.replaced_by
) s
UNION ALL
SELECT h.replaced_by, 'instalment', n.venue_id, n.code, coalesce(o.is_void, n.is_void) > h.is_void, 'clerical', NULL,
  CASE WHEN o.id IS NOT NULL THEN o.file_id ELSE n.file_id END
FROM instalment_history h JOIN instalment n ON n.id = h.id
LEFT JOIN instalment_history o ON o.id = h.id AND o.change_id = h.replaced_by
UNION ALL
SELECT h.replaced_by, 'payment', n.venue_id, n.code, coalesce(o.is_void, n.is_void) > h.is_void, 'clerical', NULL,
  CASE WHEN o.id IS NOT NULL THEN o.file_id ELSE n.file_id END
FROM payment_history h JOIN payment n ON n.id = h.id
LEFT JOIN payment_history o ON o.id = h.id AND o.change_id = h.replaced_by
UNION ALL
SELECT h.replaced_by, 'certificate', n.venue_id, n.code, coalesce(o.is_void, n.is_void) > h.is_void,
  CASE WHEN h.revoked_on IS NULL AND CASE WHEN o.id IS NOT NULL THEN o.revoked_on ELSE n.revoked_on END IS NOT NULL
    THEN 'revocation' ELSE 'clerical' END,
  CASE WHEN h.revoked_on IS NULL THEN
    CASE WHEN o.id IS NOT NULL THEN o.revoked_on ELSE n.revoked_on END END,
  CASE WHEN o.id IS NOT NULL THEN o.file_id ELSE n.file_id END
FROM certificate_history h JOIN certificate n ON n.id = h.id
LEFT JOIN certificate_history o ON o.id = h.id AND o.change_id = h.replaced_by
UNION ALL
SELECT h.replaced_by, 'service', n.venue_id, n.code, coalesce(o.is_void, n.is_void) > h.is_void,
  CASE WHEN CASE WHEN h.closed_on IS NULL THEN CASE WHEN o.id IS NOT NULL THEN o.closed_on ELSE n.closed_on END END > '' THEN 'closing'
    WHEN CASE WHEN h.outcome IS NULL THEN CASE WHEN o.id IS NOT NULL THEN o.outcome ELSE n.outcome END END > '' THEN 'outcome'
    ELSE 'clerical' END,
  CASE WHEN h.closed_on IS NULL THEN CASE WHEN o.id IS NOT NULL THEN o.closed_on ELSE n.closed_on END END,
  CASE WHEN o.id IS NOT NULL THEN o.file_id ELSE n.file_id END
FROM service_history h JOIN service n ON n.id = h.id
LEFT JOIN service_history o ON o.id = h.id AND o.change_id = h.replaced_by
UNION ALL
SELECT coalesce((SELECT min(h.change_id) FROM deal_event_history h WHERE h.id = e.id), e.change_id), 'deal', n.venue_id,
  n.code, 0, CASE e.kind WHEN 'amended' THEN 'amendment' WHEN 'terminated' THEN 'termination' END, e.effective_on, e.file_id
FROM deal_event e JOIN deal n ON n.id = e.deal_id
UNION ALL
SELECT h.replaced_by, 'deal_event', n.venue_id, n.code, coalesce(o.is_void, e.is_void) > h.is_void, 'clerical',
  h.effective_on, NULL
FROM deal_event_history h JOIN deal_event e ON e.id = h.id
LEFT JOIN deal_event_history o ON o.id = h.id AND o.change_id = h.replaced_by
JOIN deal n ON n.id = e.deal_id
UNION ALL
SELECT coalesce((SELECT min(h.change_id) FROM listing_event_history h WHERE h.id = e.id), e.change_id), 'listing', n.venue_id,
  n.code, 0, CASE e.kind WHEN 'suspended' THEN 'suspension' WHEN 'resumed' THEN 'resumption' ELSE 'withdrawal' END, e.effective_on, e.file_id
FROM listing_event e JOIN listing n ON n.id = e.listing_id
UNION ALL
SELECT h.replaced_by, 'listing_event', n.venue_id, n.code, coalesce(o.is_void, e.is_void) > h.is_void, 'clerical',
  h.effective_on, NULL
FROM listing_event_history h JOIN listing_event e ON e.id = h.id
LEFT JOIN listing_event_history o ON o.id = h.id AND o.change_id = h.replaced_by
JOIN listing n ON n.id = e.listing_id
UNION ALL
SELECT coalesce((SELECT min(h.change_id) FROM party_merge_history h WHERE h.id = m.id), m.change_id), 'party', NULL,
  p.name, 0, 'merge', NULL, NULL
FROM party_merge m JOIN party p ON p.id = m.party_id
UNION ALL
SELECT h.replaced_by, 'party', NULL, p.name, 0,
  CASE WHEN coalesce(o.is_void, m.is_void) > h.is_void THEN 'unmerge' ELSE 'merge' END, NULL, NULL
FROM party_merge_history h JOIN party_merge m ON m.id = h.id
LEFT JOIN party_merge_history o ON o.id = h.id AND o.change_id = h.replaced_by
JOIN party p ON p.id = m.party_id
) x
JOIN change c ON c.id = x.change_id
LEFT JOIN venue v ON v.id = x.venue_id
LEFT JOIN source_file f ON f.id = x.file_id
LEFT JOIN reviews r ON r.reviewed_change_id = x.change_id;
