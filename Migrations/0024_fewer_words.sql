-- The same said in fewer words, since each command reads the whole schema before it does anything.

-- A history has the columns of its table, in its order, and then the change that replaced the version. Listings' history has
-- another order, and what is kept of parties to prove an erasure is nobody's reading: theirs name the columns still.
DROP VIEW venue_versions;
DROP VIEW party_merge_versions;
DROP VIEW intention_versions;
DROP VIEW listing_event_versions;
DROP VIEW deal_versions;
DROP VIEW deal_event_versions;
DROP VIEW figure_versions;
DROP VIEW demand_versions;
DROP VIEW instalment_versions;
DROP VIEW payment_versions;
DROP VIEW certificate_versions;
DROP VIEW contract_registration_versions;
DROP VIEW service_versions;
CREATE VIEW venue_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM venue
UNION ALL SELECT change_id, * FROM venue_history;
CREATE VIEW party_merge_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM party_merge
UNION ALL SELECT change_id, * FROM party_merge_history;
CREATE VIEW intention_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM intention
UNION ALL SELECT change_id, * FROM intention_history;
CREATE VIEW listing_event_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM listing_event
UNION ALL SELECT change_id, * FROM listing_event_history;
CREATE VIEW deal_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM deal
UNION ALL SELECT change_id, * FROM deal_history;
CREATE VIEW deal_event_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM deal_event
UNION ALL SELECT change_id, * FROM deal_event_history;
CREATE VIEW figure_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM figure
UNION ALL SELECT change_id, * FROM figure_history;
CREATE VIEW demand_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM demand
UNION ALL SELECT change_id, * FROM demand_history;
CREATE VIEW instalment_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM instalment
UNION ALL SELECT change_id, * FROM instalment_history;
CREATE VIEW payment_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM payment
UNION ALL SELECT change_id, * FROM payment_history;
CREATE VIEW certificate_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM certificate
UNION ALL SELECT change_id, * FROM certificate_history;
CREATE VIEW contract_registration_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM contract_registration
UNION ALL SELECT change_id, * FROM contract_registration_history;
CREATE VIEW service_versions AS SELECT change_id AS from_change, *, NULL AS until_change FROM service
UNION ALL SELECT change_id, * FROM service_history;

-- A version that is replaced is kept as it stands just before.
DROP TRIGGER venue_keep_history;
DROP TRIGGER party_keep_history;
DROP TRIGGER intention_keep_history;
DROP TRIGGER deal_keep_history;
DROP TRIGGER deal_event_keep_history;
DROP TRIGGER figure_keep_history;
DROP TRIGGER listing_event_keep_history;
DROP TRIGGER former_code_keep_history;
DROP TRIGGER party_merge_keep_history;
DROP TRIGGER review_keep_history;
DROP TRIGGER demand_keep_history;
DROP TRIGGER instalment_keep_history;
DROP TRIGGER payment_keep_history;
DROP TRIGGER certificate_keep_history;
DROP TRIGGER contract_registration_keep_history;
DROP TRIGGER service_keep_history;
CREATE TRIGGER venue_keep_history BEFORE UPDATE ON venue
BEGIN INSERT INTO venue_history SELECT *, NEW.change_id FROM venue WHERE id = OLD.id; END;
CREATE TRIGGER party_keep_history BEFORE UPDATE ON party
BEGIN INSERT INTO party_history SELECT *, NEW.change_id FROM party WHERE id = OLD.id; END;
CREATE TRIGGER intention_keep_history BEFORE UPDATE ON intention
BEGIN INSERT INTO intention_history SELECT *, NEW.change_id FROM intention WHERE id = OLD.id; END;
CREATE TRIGGER deal_keep_history BEFORE UPDATE ON deal
BEGIN INSERT INTO deal_history SELECT *, NEW.change_id FROM deal WHERE id = OLD.id; END;
CREATE TRIGGER deal_event_keep_history BEFORE UPDATE ON deal_event
BEGIN INSERT INTO deal_event_history SELECT *, NEW.change_id FROM deal_event WHERE id = OLD.id; END;
CREATE TRIGGER figure_keep_history BEFORE UPDATE ON figure
BEGIN INSERT INTO figure_history SELECT *, NEW.change_id FROM figure WHERE id = OLD.id; END;
CREATE TRIGGER listing_event_keep_history BEFORE UPDATE ON listing_event
BEGIN INSERT INTO listing_event_history SELECT *, NEW.change_id FROM listing_event WHERE id = OLD.id; END;
CREATE TRIGGER former_code_keep_history BEFORE UPDATE ON former_code
BEGIN INSERT INTO former_code_history SELECT *, NEW.change_id FROM former_code WHERE id = OLD.id; END;
CREATE TRIGGER party_merge_keep_history BEFORE UPDATE ON party_merge
BEGIN INSERT INTO party_merge_history SELECT *, NEW.change_id FROM party_merge WHERE id = OLD.id; END;
CREATE TRIGGER review_keep_history BEFORE UPDATE ON review
BEGIN INSERT INTO review_history SELECT *, NEW.change_id FROM review WHERE id = OLD.id; END;
CREATE TRIGGER demand_keep_history BEFORE UPDATE ON demand
BEGIN INSERT INTO demand_history SELECT *, NEW.change_id FROM demand WHERE id = OLD.id; END;
CREATE TRIGGER instalment_keep_history BEFORE UPDATE ON instalment
BEGIN INSERT INTO instalment_history SELECT *, NEW.change_id FROM instalment WHERE id = OLD.id; END;
CREATE TRIGGER payment_keep_history BEFORE UPDATE ON payment
BEGIN INSERT INTO payment_history SELECT *, NEW.change_id FROM payment WHERE id = OLD.id; END;
CREATE TRIGGER certificate_keep_history BEFORE UPDATE ON certificate
BEGIN INSERT INTO certificate_history SELECT *, NEW.change_id FROM certificate WHERE id = OLD.id; END;
CREATE TRIGGER contract_registration_keep_history BEFORE UPDATE ON contract_registration
BEGIN INSERT INTO contract_registration_history SELECT *, NEW.change_id FROM contract_registration WHERE id = OLD.id; END;
CREATE TRIGGER service_keep_history BEFORE UPDATE ON service
BEGIN INSERT INTO service_history SELECT *, NEW.change_id FROM service WHERE id = OLD.id; END;

-- Of two triggers before an update the newer one is asked first: that is the gate, which says what is wrong.
DROP TRIGGER venue_update_gate;
DROP TRIGGER party_update_gate;
DROP TRIGGER intention_update_gate;
DROP TRIGGER deal_update_gate;
DROP TRIGGER deal_event_update_gate;
DROP TRIGGER figure_update_gate;
DROP TRIGGER listing_event_update_gate;
DROP TRIGGER former_code_update_gate;
DROP TRIGGER party_merge_update_gate;
DROP TRIGGER review_update_gate;
DROP TRIGGER demand_update_gate;
DROP TRIGGER instalment_update_gate;
DROP TRIGGER payment_update_gate;
DROP TRIGGER certificate_update_gate;
DROP TRIGGER contract_registration_update_gate;
DROP TRIGGER service_update_gate;
CREATE TRIGGER venue_update_gate BEFORE UPDATE ON venue
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM venue WHERE id <> NEW.id AND (code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'venue: a record is corrected by an open change of its own'); END;
CREATE TRIGGER party_update_gate BEFORE UPDATE ON party
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM party WHERE id <> NEW.id AND (match_name = NEW.match_name))
BEGIN SELECT RAISE(ABORT, 'party: a record is corrected by an open change of its own'); END;
CREATE TRIGGER intention_update_gate BEFORE UPDATE ON intention
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM intention WHERE id <> NEW.id AND (venue_id = NEW.venue_id AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'intention: a record is corrected by an open change of its own'); END;
CREATE TRIGGER deal_update_gate BEFORE UPDATE ON deal
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM deal WHERE id <> NEW.id AND (venue_id = NEW.venue_id AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'deal: a record is corrected by an open change of its own'); END;
CREATE TRIGGER deal_event_update_gate BEFORE UPDATE ON deal_event
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
BEGIN SELECT RAISE(ABORT, 'deal_event: a record is corrected by an open change of its own'); END;
CREATE TRIGGER figure_update_gate BEFORE UPDATE ON figure
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM figure
    WHERE id <> NEW.id AND (as_of = NEW.as_of AND metric = NEW.metric AND comparison = NEW.comparison AND origin = NEW.origin))
BEGIN SELECT RAISE(ABORT, 'figure: a record is corrected by an open change of its own'); END;
CREATE TRIGGER listing_event_update_gate BEFORE UPDATE ON listing_event
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
BEGIN SELECT RAISE(ABORT, 'listing_event: corrected by an open change of its own'); END;
CREATE TRIGGER former_code_update_gate BEFORE UPDATE ON former_code
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM former_code WHERE id <> NEW.id AND noun = NEW.noun AND venue_id = NEW.venue_id AND code = NEW.code)
  OR NOT EXISTS (SELECT 1 FROM intention WHERE NEW.noun = 'intention' AND id = NEW.record_id UNION ALL
    SELECT 1 FROM listing WHERE NEW.noun = 'listing' AND id = NEW.record_id UNION ALL
    SELECT 1 FROM deal WHERE NEW.noun = 'deal' AND id = NEW.record_id)
  OR NEW.is_void = 0 AND EXISTS (
    SELECT 1 FROM intention WHERE NEW.noun = 'intention' AND venue_id = NEW.venue_id AND code = NEW.code AND id <> NEW.record_id
    UNION ALL
    SELECT 1 FROM listing WHERE NEW.noun = 'listing' AND venue_id = NEW.venue_id AND code = NEW.code AND id <> NEW.record_id
    UNION ALL
    SELECT 1 FROM deal WHERE NEW.noun = 'deal' AND venue_id = NEW.venue_id AND code = NEW.code AND id <> NEW.record_id)
BEGIN SELECT RAISE(ABORT, 'former_code: corrected by an open change of its own, and of no other record'); END;
CREATE TRIGGER party_merge_update_gate BEFORE UPDATE ON party_merge
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM party_merge WHERE id <> NEW.id AND party_id = NEW.party_id)
BEGIN SELECT RAISE(ABORT, 'party_merge: corrected by an open change of its own'); END;
CREATE TRIGGER review_update_gate BEFORE UPDATE ON review
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM review WHERE id <> NEW.id AND reviewed_change_id = NEW.reviewed_change_id)
  OR NEW.reviewed_change_id IS NOT OLD.reviewed_change_id
  OR NEW.is_void = 0 AND NOT EXISTS (SELECT 1 FROM change r JOIN change c ON c.id = NEW.reviewed_change_id
    WHERE r.id = NEW.change_id AND c.actor <> r.actor)
BEGIN SELECT RAISE(ABORT, 'review: corrected by an open change of its own, of another actor than the one reviewed'); END;
CREATE TRIGGER demand_update_gate BEFORE UPDATE ON demand
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM demand WHERE id <> NEW.id AND (venue_id = NEW.venue_id AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'demand: a record is corrected by an open change of its own'); END;
CREATE TRIGGER instalment_update_gate BEFORE UPDATE ON instalment
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM instalment WHERE id <> NEW.id AND venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'instalment: a record is corrected by an open change of its own'); END;
CREATE TRIGGER payment_update_gate BEFORE UPDATE ON payment
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM payment WHERE id <> NEW.id AND venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'payment: a record is corrected by an open change of its own'); END;
CREATE TRIGGER certificate_update_gate BEFORE UPDATE ON certificate
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM certificate WHERE id <> NEW.id AND venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'certificate: a record is corrected by an open change of its own'); END;
CREATE TRIGGER contract_registration_update_gate BEFORE UPDATE ON contract_registration
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM contract_registration WHERE id <> NEW.id AND (venue_id = NEW.venue_id AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'contract_registration: a record is corrected by an open change of its own'); END;
CREATE TRIGGER service_update_gate BEFORE UPDATE ON service
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM service WHERE id <> NEW.id AND venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'service: a record is corrected by an open change of its own'); END;

-- Totals of a month, a quarter, a year, and all until its end.
DROP VIEW totals_by_month;
DROP VIEW totals_by_quarter;
DROP VIEW totals_by_year;
CREATE VIEW totals_by_month AS
SELECT p.month, CAST(sum(p.intentions) AS BIGINT) AS intentions,
  CAST(sum(p.intention_amount_fen) AS BIGINT) AS intention_amount_fen, CAST(sum(p.listings) AS BIGINT) AS listings,
  CAST(sum(p.deals) AS BIGINT) AS deals, CAST(sum(p.deal_amount_fen) AS BIGINT) AS deal_amount_fen,
  sum(p.deal_amount_fen) / 100.0 AS deal_amount_yuan,
  CAST(sum(sum(p.intentions)) OVER w AS BIGINT) AS intentions_so_far,
  CAST(sum(sum(p.listings)) OVER w AS BIGINT) AS listings_so_far,
  CAST(sum(sum(p.deals)) OVER w AS BIGINT) AS deals_so_far,
  CAST(sum(sum(p.deal_amount_fen)) OVER w AS BIGINT) AS deal_amount_so_far_fen
FROM (SELECT *, substr(day, 1, 7) AS month FROM totals_by_day) p
GROUP BY p.month WINDOW w AS (ORDER BY p.month);
CREATE VIEW totals_by_quarter AS
SELECT p.quarter, CAST(sum(p.intentions) AS BIGINT) AS intentions,
  CAST(sum(p.intention_amount_fen) AS BIGINT) AS intention_amount_fen, CAST(sum(p.listings) AS BIGINT) AS listings,
  CAST(sum(p.deals) AS BIGINT) AS deals, CAST(sum(p.deal_amount_fen) AS BIGINT) AS deal_amount_fen,
  sum(p.deal_amount_fen) / 100.0 AS deal_amount_yuan,
  CAST(sum(sum(p.intentions)) OVER w AS BIGINT) AS intentions_so_far,
  CAST(sum(sum(p.listings)) OVER w AS BIGINT) AS listings_so_far,
  CAST(sum(sum(p.deals)) OVER w AS BIGINT) AS deals_so_far,
  CAST(sum(sum(p.deal_amount_fen)) OVER w AS BIGINT) AS deal_amount_so_far_fen
FROM (SELECT *, substr(day, 1, 4) || CASE WHEN substr(day, 6, 2) <= '03' THEN '-Q1'
    WHEN substr(day, 6, 2) <= '06' THEN '-Q2' WHEN substr(day, 6, 2) <= '09' THEN '-Q3'
    ELSE '-Q4' END AS quarter FROM totals_by_day) p
GROUP BY p.quarter WINDOW w AS (ORDER BY p.quarter);
CREATE VIEW totals_by_year AS
SELECT p.year, CAST(sum(p.intentions) AS BIGINT) AS intentions,
  CAST(sum(p.intention_amount_fen) AS BIGINT) AS intention_amount_fen, CAST(sum(p.listings) AS BIGINT) AS listings,
  CAST(sum(p.deals) AS BIGINT) AS deals, CAST(sum(p.deal_amount_fen) AS BIGINT) AS deal_amount_fen,
  sum(p.deal_amount_fen) / 100.0 AS deal_amount_yuan,
  CAST(sum(sum(p.intentions)) OVER w AS BIGINT) AS intentions_so_far,
  CAST(sum(sum(p.listings)) OVER w AS BIGINT) AS listings_so_far,
  CAST(sum(sum(p.deals)) OVER w AS BIGINT) AS deals_so_far,
  CAST(sum(sum(p.deal_amount_fen)) OVER w AS BIGINT) AS deal_amount_so_far_fen
FROM (SELECT *, substr(day, 1, 4) AS year FROM totals_by_day) p
GROUP BY p.year WINDOW w AS (ORDER BY p.year);
