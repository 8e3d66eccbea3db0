-- The deals of highest value now in force, and the share of each and of all down to it in the value of all.
-- :most number = 20         how many
-- :from day = 1900-01-01    signed on this day or later
-- :until day = 9999-12-31   and no later than this one
WITH whole AS (
  SELECT sum(amount_fen) AS fen FROM deals WHERE signed_on BETWEEN :from AND :until
), top AS (
  -- Cut off as they are sorted, so that a million of them take no memory.
  SELECT venue_code, code, title, seller, buyer, signed_on, amount_fen
  FROM deals
  WHERE signed_on BETWEEN :from AND :until
  ORDER BY amount_fen DESC, venue_code, code
  LIMIT CAST(:most AS INTEGER)
)
SELECT row_number() OVER down AS place, venue_code, code, title, seller, buyer, signed_on, amount_fen,
  amount_fen / 100.0 AS amount_yuan, round(100.0 * amount_fen / nullif(whole.fen, 0), 2) AS share_percent,
  round(100.0 * sum(amount_fen) OVER down / nullif(whole.fen, 0), 2) AS share_so_far_percent
FROM top, whole
WINDOW down AS (ORDER BY amount_fen DESC, venue_code, code ROWS UNBOUNDED PRECEDING)
ORDER BY place
