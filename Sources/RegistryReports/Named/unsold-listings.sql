-- Listings without a deal, the oldest first.
-- :venue venue =              only of this venue, by its code
-- :listed_until day = 9999-12-31   listed on this day or before
WITH sold AS (
  -- Joined as a whole: asked for each listing anew, the deals would be read as often as there are listings.
  SELECT DISTINCT venue_code, listing_code FROM signed_deals WHERE listing_code IS NOT NULL
)
SELECT l.venue_code, l.code, l.title, l.owner, l.listed_on, l.listed_until, l.status, l.asking_price_fen,
  l.asking_price_yuan
FROM listings l
LEFT JOIN sold s ON s.venue_code = l.venue_code AND s.listing_code = l.code
WHERE s.listing_code IS NULL AND l.status <> 'withdrawn' AND l.listed_on <= :listed_until
  AND (:venue = '' OR l.venue_code = :venue)
ORDER BY l.listed_on, l.venue_code, l.code
