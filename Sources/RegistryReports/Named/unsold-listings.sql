-- Listings without a deal, the oldest first.
-- :venue text =               only of this venue, by its code
-- :listed_until day = 9999-12-31   listed on this day or before
SELECT l.venue_code, l.code, l.title, l.owner, l.listed_on, l.listed_until, l.status, l.asking_price_fen,
  l.asking_price_yuan
FROM listings l
WHERE l.status <> 'withdrawn' AND l.listed_on <= :listed_until AND (:venue text = '' OR l.venue_code = :venue)
  AND NOT EXISTS (SELECT 1 FROM signed_deals d WHERE d.venue_code = l.venue_code AND d.listing_code = l.code)
ORDER BY l.listed_on, l.venue_code, l.code
