-- Listings and deals of each venue up to a day, and its share of all deals' value.
-- :as_of day = 9999-12-31   the last day that counts
WITH venue AS (
  SELECT dimension_key AS venue_code,
    sum(CASE WHEN measure = 'listing' THEN count ELSE 0 END) AS listings,
    sum(CASE WHEN measure = 'deal' THEN count ELSE 0 END) AS deals,
    sum(CASE WHEN measure = 'deal' THEN amount_fen ELSE 0 END) AS deal_amount_fen
  FROM daily_totals
  WHERE dimension = 'venue' AND day <= :as_of
  GROUP BY dimension_key
)
SELECT t.venue_code, v.name, v.region, t.listings, t.deals, t.deal_amount_fen,
  t.deal_amount_fen / 100.0 AS deal_amount_yuan,
  round(100.0 * t.deal_amount_fen / nullif(sum(t.deal_amount_fen) OVER (), 0), 1) AS share_percent
FROM venue t
LEFT JOIN venues v ON v.code = t.venue_code
ORDER BY t.deal_amount_fen DESC, t.venue_code
