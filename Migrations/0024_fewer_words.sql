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
