-- Listings and deals of each month, and all deals up to its end.
-- :from month = 1900-01    first month, as 2022-01
-- :until month = 9999-12   last month
SELECT month, listings, deals, deal_amount_fen, deal_amount_yuan, deals_so_far,
  deal_amount_so_far_fen / 100.0 AS deal_amount_so_far_yuan
FROM totals_by_month
WHERE month BETWEEN :from AND :until
ORDER BY month
