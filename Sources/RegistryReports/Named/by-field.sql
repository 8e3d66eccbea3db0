-- Listings and deals of each field of technology up to a day, and its share of all deals' value; '' is none given.
-- :as_of day = 9999-12-31   the last day that counts
WITH field AS (
  SELECT dimension_key AS field,
    sum(CASE WHEN measure = 'listing' THEN count ELSE 0 END) AS listings,
    sum(CASE WHEN measure = 'deal' THEN count ELSE 0 END) AS deals,
    sum(CASE WHEN measure = 'deal' THEN amount_fen ELSE 0 END) AS deal_amount_fen
  FROM daily_totals
  WHERE dimension = 'field' AND day <= :as_of
  GROUP BY dimension_key
)
SELECT field, listings, deals, deal_amount_fen, deal_amount_fen / 100.0 AS deal_amount_yuan,
  round(100.0 * deal_amount_fen / nullif(sum(deal_amount_fen) OVER (), 0), 1) AS share_percent
FROM field
ORDER BY deal_amount_fen DESC, field
