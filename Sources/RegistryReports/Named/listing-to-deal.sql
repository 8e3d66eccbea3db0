-- Days from a listing to its first deal, by the year of the listing: how many were sold, and how fast.
WITH first_deal AS (
  SELECT venue_code, listing_code, min(signed_on) AS sold_on
  FROM signed_deals
  WHERE listing_code IS NOT NULL
  GROUP BY venue_code, listing_code
), waited AS (
  -- A row for each number of days, so that a million listings are few; days are null of the unsold.
  SELECT substr(l.listed_on, 1, 4) AS year,
    CAST(julianday(f.sold_on) - julianday(l.listed_on) AS INTEGER) AS days, count(*) AS listings,
    count(f.sold_on) AS sold
  FROM listings l
  LEFT JOIN first_deal f ON f.venue_code = l.venue_code AND f.listing_code = l.code
  GROUP BY 1, 2
), placed AS (
  SELECT year, days, listings, sold, sum(sold) OVER (PARTITION BY year ORDER BY days) AS sold_so_far,
    sum(sold) OVER (PARTITION BY year) AS sold_of_year
  FROM waited
)
SELECT year, sum(listings) AS listings, sum(sold) AS sold, round(100.0 * sum(sold) / sum(listings), 1) AS sold_percent,
  (min(CASE WHEN sold_so_far >= (sold_of_year + 1) / 2 THEN days END)
    + min(CASE WHEN sold_so_far >= (sold_of_year + 2) / 2 THEN days END)) / 2.0 AS median_days,
  round(1.0 * sum(days * sold) / nullif(sum(sold), 0), 1) AS mean_days, max(days) AS longest_days
FROM placed
GROUP BY year
ORDER BY year
