-- Intentions, listings and deals of each year, with the growth of the deals' value over the year before.
SELECT y.year, y.intentions, y.listings, y.deals, y.deal_amount_fen, y.deal_amount_yuan,
  round(100.0 * (y.deal_amount_fen - b.deal_amount_fen) / nullif(b.deal_amount_fen, 0), 1) AS growth_percent
FROM totals_by_year y
LEFT JOIN totals_by_year b ON CAST(b.year AS INTEGER) = CAST(y.year AS INTEGER) - 1
ORDER BY y.year
