-- Days from a listing to its first deal, by the year of the listing: how many were sold, and how fast.
WITH sold AS (
  SELECT l.venue_code, l.code, l.listed_on,
    (SELECT min(d.signed_on) FROM signed_deals d WHERE d.venue_code = l.venue_code AND d.listing_code = l.code) AS sold_on
  FROM listings l
), waited AS (
  SELECT substr(listed_on, 1, 4) AS year, CAST(julianday(sold_on) - julianday(listed_on) AS INTEGER) AS days
  FROM sold
), placed AS (
  SELECT year, days, row_number() OVER (PARTITION BY year ORDER BY days) AS place, count(*) OVER (PARTITION BY year) AS sold
  FROM waited
  WHERE days IS NOT NULL
)
SELECT w.year, count(*) AS listings, count(w.days) AS sold, round(100.0 * count(w.days) / count(*), 1) AS sold_percent,
  (SELECT avg(p.days) FROM placed p WHERE p.year = w.year AND p.place IN ((p.sold + 1) / 2, (p.sold + 2) / 2)) AS median_days,
  round(avg(w.days), 1) AS mean_days, max(w.days) AS longest_days
FROM waited w
GROUP BY w.year
ORDER BY w.year
