-- Every version of every record, with the changes between which it was the truth: from from_change on, until until_change,
-- which is NULL for the present version. The registry as it was known after change 79 are the rows
--   WHERE from_change <= 79 AND (until_change IS NULL OR until_change > 79) AND is_void = 0
-- and a record that another names is joined by its id, in its version of then.

CREATE VIEW venue_versions AS
SELECT
  id, code, name, network, region, joined_on, left_on, is_void, file_id, file_row, change_id AS from_change,
  NULL AS until_change
FROM venue
UNION ALL
SELECT
  id, code, name, network, region, joined_on, left_on, is_void, file_id, file_row, change_id, replaced_by
FROM venue_history;

CREATE VIEW party_versions AS
SELECT
  id, name, credit_code, region, is_void, file_id, file_row, change_id AS from_change, NULL AS until_change
FROM party
UNION ALL
SELECT
  id, name, credit_code, region, is_void, file_id, file_row, change_id, replaced_by
FROM party_history;

CREATE VIEW party_merge_versions AS
SELECT
  id, party_id, into_id, is_void, file_id, file_row, change_id AS from_change, NULL AS until_change
FROM party_merge
UNION ALL
SELECT
  id, party_id, into_id, is_void, file_id, file_row, change_id, replaced_by
FROM party_merge_history;

CREATE VIEW intention_versions AS
SELECT
  id, venue_id, code, title, field, owner_id, amount_fen, received_on, is_void, file_id, file_row,
  change_id AS from_change, NULL AS until_change
FROM intention
UNION ALL
SELECT
  id, venue_id, code, title, field, owner_id, amount_fen, received_on, is_void, file_id, file_row, change_id,
  replaced_by
FROM intention_history;

CREATE VIEW listing_versions AS
SELECT
  id, venue_id, code, title, kind, field, mode, pricing, owner_id, asking_price_fen, listed_on, listed_until,
  maturity, is_void, file_id, file_row, change_id AS from_change, NULL AS until_change
FROM listing
UNION ALL
SELECT
  id, venue_id, code, title, kind, field, mode, pricing, owner_id, asking_price_fen, listed_on, listed_until,
  maturity, is_void, file_id, file_row, change_id, replaced_by
FROM listing_history;

CREATE VIEW listing_event_versions AS
SELECT
  id, listing_id, kind, effective_on, is_void, file_id, file_row, change_id AS from_change, NULL AS until_change
FROM listing_event
UNION ALL
SELECT
  id, listing_id, kind, effective_on, is_void, file_id, file_row, change_id, replaced_by
FROM listing_event_history;

CREATE VIEW deal_versions AS
SELECT
  id, venue_id, code, title, kind, field, mode, listing_id, seller_id, buyer_id, amount_fen, technical_amount_fen,
  pricing, payment_form, royalty, signed_on, registration_no, is_void, file_id, file_row, change_id AS from_change,
  NULL AS until_change
FROM deal
UNION ALL
SELECT
  id, venue_id, code, title, kind, field, mode, listing_id, seller_id, buyer_id, amount_fen, technical_amount_fen,
  pricing, payment_form, royalty, signed_on, registration_no, is_void, file_id, file_row, change_id, replaced_by
FROM deal_history;

CREATE VIEW deal_event_versions AS
SELECT
  id, deal_id, kind, effective_on, amount_fen, is_void, file_id, file_row, change_id AS from_change,
  NULL AS until_change
FROM deal_event
UNION ALL
SELECT
  id, deal_id, kind, effective_on, amount_fen, is_void, file_id, file_row, change_id, replaced_by
FROM deal_event_history;

CREATE VIEW figure_versions AS
SELECT
  id, as_of, metric, comparison, origin, value, unit, published_on, source, known_change_id, known_seal, is_void,
  file_id, file_row, change_id AS from_change, NULL AS until_change
FROM figure
UNION ALL
SELECT
  id, as_of, metric, comparison, origin, value, unit, published_on, source, known_change_id, known_seal, is_void,
  file_id, file_row, change_id, replaced_by
FROM figure_history;
