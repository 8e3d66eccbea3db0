-- Listings and deals of each month, and all deals up to its end.
-- :from = 0000-00    first month, as 2022-01
-- :until = 9999-12   last month
WITH month AS (
  SELECT substr(day, 1, 7) AS month,
    sum(CASE WHEN measure = 'listing' THEN count ELSE 0 END) AS listings,
    sum(CASE WHEN measure = 'deal' THEN count ELSE 0 END) AS deals,
    sum(CASE WHEN measure = 'deal' THEN amount_fen ELSE 0 END) AS deal_amount_fen
  FROM daily_totals
  WHERE dimension = 'all' AND measure IN ('listing', 'deal')
  GROUP BY substr(day, 1, 7)
), so_far AS (
  SELECT month, listings, deals, deal_amount_fen,
    sum(deals) OVER (ORDER BY month) AS deals_so_far,
    sum(deal_amount_fen) OVER (ORDER BY month) AS deal_amount_so_far_fen
  FROM month
)
SELECT month, listings, deals, deal_amount_fen, deal_amount_fen / 100.0 AS deal_amount_yuan, deals_so_far,
  deal_amount_so_far_fen / 100.0 AS deal_amount_so_far_yuan
FROM so_far
WHERE month BETWEEN :from AND :until
ORDER BY month
