-- Intentions, listings and deals of each year, with the growth of the deals' value over the year before.
WITH year AS (
  SELECT substr(day, 1, 4) AS year,
    sum(CASE WHEN measure = 'intention' THEN count ELSE 0 END) AS intentions,
    sum(CASE WHEN measure = 'listing' THEN count ELSE 0 END) AS listings,
    sum(CASE WHEN measure = 'deal' THEN count ELSE 0 END) AS deals,
    sum(CASE WHEN measure = 'deal' THEN amount_fen ELSE 0 END) AS deal_amount_fen
  FROM daily_totals
  WHERE dimension = 'all' AND measure IN ('intention', 'listing', 'deal')
  GROUP BY substr(day, 1, 4)
)
SELECT y.year, y.intentions, y.listings, y.deals, y.deal_amount_fen, y.deal_amount_fen / 100.0 AS deal_amount_yuan,
  round(100.0 * (y.deal_amount_fen - b.deal_amount_fen) / nullif(b.deal_amount_fen, 0), 1) AS growth_percent
FROM year y
LEFT JOIN year b ON CAST(b.year AS INTEGER) = CAST(y.year AS INTEGER) - 1
ORDER BY y.year
