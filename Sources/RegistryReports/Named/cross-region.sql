-- Deals of each year whose seller and buyer are of two regions, among those of which both regions are known.
WITH placed AS (
  SELECT substr(d.signed_on, 1, 4) AS year, d.amount_fen, s.region AS seller_region, b.region AS buyer_region
  FROM deals d
  LEFT JOIN parties s ON s.name = d.seller
  LEFT JOIN parties b ON b.name = d.buyer
)
SELECT year, count(*) AS deals,
  sum(CASE WHEN seller_region IS NULL OR buyer_region IS NULL THEN 1 ELSE 0 END) AS deals_of_unknown_region,
  sum(CASE WHEN seller_region = buyer_region THEN 1 ELSE 0 END) AS deals_within,
  sum(CASE WHEN seller_region <> buyer_region THEN 1 ELSE 0 END) AS deals_across,
  sum(CASE WHEN seller_region <> buyer_region THEN amount_fen ELSE 0 END) AS amount_across_fen,
  round(100.0 * sum(CASE WHEN seller_region <> buyer_region THEN amount_fen ELSE 0 END)
    / nullif(sum(CASE WHEN seller_region IS NOT NULL AND buyer_region IS NOT NULL THEN amount_fen ELSE 0 END), 0), 1)
    AS amount_across_percent
FROM placed
GROUP BY year
ORDER BY year
