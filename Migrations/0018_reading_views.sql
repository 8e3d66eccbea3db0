-- More of what people read: totals by time and by what the records say, and the events of deals and listings. A figure with
-- so_far is what there was by the end of the period, the others are what came in it.

CREATE VIEW totals_by_day AS
SELECT p.day, p.intentions, p.intention_amount_fen, p.listings, p.deals, p.deal_amount_fen,
  p.deal_amount_fen / 100.0 AS deal_amount_yuan,
  CAST(sum(p.intentions) OVER (ORDER BY p.day) AS BIGINT) AS intentions_so_far,
  CAST(sum(p.listings) OVER (ORDER BY p.day) AS BIGINT) AS listings_so_far,
  CAST(sum(p.deals) OVER (ORDER BY p.day) AS BIGINT) AS deals_so_far,
  CAST(sum(p.deal_amount_fen) OVER (ORDER BY p.day) AS BIGINT) AS deal_amount_so_far_fen
FROM (
  SELECT t.day,
    CAST(sum(CASE WHEN t.measure = 'intention' THEN t.count ELSE 0 END) AS BIGINT) AS intentions,
    CAST(sum(CASE WHEN t.measure = 'intention' THEN t.fen ELSE 0 END) AS BIGINT) AS intention_amount_fen,
    CAST(sum(CASE WHEN t.measure = 'listing' THEN t.count ELSE 0 END) AS BIGINT) AS listings,
    CAST(sum(CASE WHEN t.measure = 'deal' THEN t.count ELSE 0 END) AS BIGINT) AS deals,
    CAST(sum(CASE WHEN t.measure = 'deal' THEN t.fen ELSE 0 END) AS BIGINT) AS deal_amount_fen
  FROM daily_total t
  WHERE t.dimension = 'all' AND (t.measure = 'intention' OR t.measure = 'listing' OR t.measure = 'deal')
  GROUP BY t.day
) p;

CREATE VIEW totals_by_month AS
SELECT p.month, p.intentions, p.intention_amount_fen, p.listings, p.deals, p.deal_amount_fen,
  p.deal_amount_fen / 100.0 AS deal_amount_yuan,
  CAST(sum(p.intentions) OVER (ORDER BY p.month) AS BIGINT) AS intentions_so_far,
  CAST(sum(p.listings) OVER (ORDER BY p.month) AS BIGINT) AS listings_so_far,
  CAST(sum(p.deals) OVER (ORDER BY p.month) AS BIGINT) AS deals_so_far,
  CAST(sum(p.deal_amount_fen) OVER (ORDER BY p.month) AS BIGINT) AS deal_amount_so_far_fen
FROM (
  SELECT substr(d.day, 1, 7) AS month,
    CAST(sum(d.intentions) AS BIGINT) AS intentions, CAST(sum(d.intention_amount_fen) AS BIGINT) AS intention_amount_fen,
    CAST(sum(d.listings) AS BIGINT) AS listings, CAST(sum(d.deals) AS BIGINT) AS deals,
    CAST(sum(d.deal_amount_fen) AS BIGINT) AS deal_amount_fen
  FROM totals_by_day d
  GROUP BY substr(d.day, 1, 7)
) p;

CREATE VIEW totals_by_quarter AS
SELECT p.quarter, p.intentions, p.intention_amount_fen, p.listings, p.deals, p.deal_amount_fen,
  p.deal_amount_fen / 100.0 AS deal_amount_yuan,
  CAST(sum(p.intentions) OVER (ORDER BY p.quarter) AS BIGINT) AS intentions_so_far,
  CAST(sum(p.listings) OVER (ORDER BY p.quarter) AS BIGINT) AS listings_so_far,
  CAST(sum(p.deals) OVER (ORDER BY p.quarter) AS BIGINT) AS deals_so_far,
  CAST(sum(p.deal_amount_fen) OVER (ORDER BY p.quarter) AS BIGINT) AS deal_amount_so_far_fen
FROM (
  SELECT m.quarter,
    CAST(sum(m.intentions) AS BIGINT) AS intentions, CAST(sum(m.intention_amount_fen) AS BIGINT) AS intention_amount_fen,
    CAST(sum(m.listings) AS BIGINT) AS listings, CAST(sum(m.deals) AS BIGINT) AS deals,
    CAST(sum(m.deal_amount_fen) AS BIGINT) AS deal_amount_fen
  FROM (
    SELECT substr(d.day, 1, 4) || CASE
        WHEN substr(d.day, 6, 2) <= '03' THEN '-Q1' WHEN substr(d.day, 6, 2) <= '06' THEN '-Q2'
        WHEN substr(d.day, 6, 2) <= '09' THEN '-Q3' ELSE '-Q4' END AS quarter,
      d.intentions, d.intention_amount_fen, d.listings, d.deals, d.deal_amount_fen
    FROM totals_by_day d
  ) m
  GROUP BY m.quarter
) p;

CREATE VIEW totals_by_year AS
SELECT p.year, p.intentions, p.intention_amount_fen, p.listings, p.deals, p.deal_amount_fen,
  p.deal_amount_fen / 100.0 AS deal_amount_yuan,
  CAST(sum(p.intentions) OVER (ORDER BY p.year) AS BIGINT) AS intentions_so_far,
  CAST(sum(p.listings) OVER (ORDER BY p.year) AS BIGINT) AS listings_so_far,
  CAST(sum(p.deals) OVER (ORDER BY p.year) AS BIGINT) AS deals_so_far,
  CAST(sum(p.deal_amount_fen) OVER (ORDER BY p.year) AS BIGINT) AS deal_amount_so_far_fen
FROM (
  SELECT substr(d.day, 1, 4) AS year,
    CAST(sum(d.intentions) AS BIGINT) AS intentions, CAST(sum(d.intention_amount_fen) AS BIGINT) AS intention_amount_fen,
    CAST(sum(d.listings) AS BIGINT) AS listings, CAST(sum(d.deals) AS BIGINT) AS deals,
    CAST(sum(d.deal_amount_fen) AS BIGINT) AS deal_amount_fen
  FROM totals_by_day d
  GROUP BY substr(d.day, 1, 4)
) p;

-- The totals of today taken apart; a key is '' for records that say nothing.
CREATE VIEW totals_by_dimension AS
SELECT g.dimension, g.dimension_key, g.intentions, g.intention_amount_fen, g.listings, g.deals, g.deal_amount_fen,
  g.deal_amount_fen / 100.0 AS deal_amount_yuan, g.venues, g.service_members
FROM (
  SELECT t.dimension, t.dimension_key,
    CAST(sum(CASE WHEN t.measure = 'intention' THEN t.count ELSE 0 END) AS BIGINT) AS intentions,
    CAST(sum(CASE WHEN t.measure = 'intention' THEN t.fen ELSE 0 END) AS BIGINT) AS intention_amount_fen,
    CAST(sum(CASE WHEN t.measure = 'listing' THEN t.count ELSE 0 END) AS BIGINT) AS listings,
    CAST(sum(CASE WHEN t.measure = 'deal' THEN t.count ELSE 0 END) AS BIGINT) AS deals,
    CAST(sum(CASE WHEN t.measure = 'deal' THEN t.fen ELSE 0 END) AS BIGINT) AS deal_amount_fen,
    CAST(sum(CASE WHEN t.measure = 'venue' THEN t.count ELSE 0 END) AS BIGINT) AS venues,
    CAST(sum(CASE WHEN t.measure = 'service_member' THEN t.count ELSE 0 END) AS BIGINT) AS service_members
  FROM daily_total t
  GROUP BY t.dimension, t.dimension_key
) g
WHERE g.intentions <> 0 OR g.intention_amount_fen <> 0 OR g.listings <> 0 OR g.deals <> 0 OR g.deal_amount_fen <> 0
  OR g.venues <> 0 OR g.service_members <> 0;

CREATE VIEW totals_by_venue AS
SELECT g.dimension_key AS venue_code, v.name AS venue_name, v.network, v.region, g.intentions, g.intention_amount_fen,
  g.listings, g.deals, g.deal_amount_fen, g.deal_amount_yuan
FROM totals_by_dimension g
LEFT JOIN venue v ON v.code = g.dimension_key
WHERE g.dimension = 'venue';

CREATE VIEW totals_by_network AS
SELECT g.dimension_key AS network, g.venues, g.service_members, g.intentions, g.intention_amount_fen, g.listings, g.deals,
  g.deal_amount_fen, g.deal_amount_yuan
FROM totals_by_dimension g
WHERE g.dimension = 'network';

CREATE VIEW totals_by_region AS
SELECT g.dimension_key AS region, g.venues, g.service_members, g.intentions, g.intention_amount_fen, g.listings, g.deals,
  g.deal_amount_fen, g.deal_amount_yuan
FROM totals_by_dimension g
WHERE g.dimension = 'region';

CREATE VIEW totals_by_field AS
SELECT g.dimension_key AS field, g.intentions, g.intention_amount_fen, g.listings, g.deals, g.deal_amount_fen,
  g.deal_amount_yuan
FROM totals_by_dimension g
WHERE g.dimension = 'field';

-- Deals have kinds of their own, and listings others.
CREATE VIEW totals_by_kind AS
SELECT g.dimension_key AS kind, g.listings, g.deals, g.deal_amount_fen, g.deal_amount_yuan
FROM totals_by_dimension g
WHERE g.dimension = 'kind';

-- From the records themselves, since no total is kept by mode.
CREATE VIEW totals_by_mode AS
SELECT g.mode, g.listings, g.deals, g.deal_amount_fen, g.deal_amount_fen / 100.0 AS deal_amount_yuan
FROM (
  SELECT r.mode, CAST(sum(r.listings) AS BIGINT) AS listings, CAST(sum(r.deals) AS BIGINT) AS deals,
    CAST(sum(r.fen) AS BIGINT) AS deal_amount_fen
  FROM (
    SELECT coalesce(l.mode, '') AS mode, 1 AS listings, 0 AS deals, 0 AS fen FROM listing l WHERE l.is_void = 0
    UNION ALL
    SELECT coalesce(d.mode, ''), 0, 1, d.amount_fen FROM deals d
  ) r
  GROUP BY r.mode
) g;

-- What became of deals after they were signed, and of listings; what was voided is left out.
CREATE VIEW deal_events AS
SELECT v.code AS venue_code, d.code, e.kind, e.effective_on, e.amount_fen, e.amount_fen / 100.0 AS amount_yuan,
  f.name AS file_name, e.file_row, e.change_id
FROM deal_event e
JOIN deal d ON d.id = e.deal_id
LEFT JOIN venue v ON v.id = d.venue_id
LEFT JOIN source_file f ON f.id = e.file_id
WHERE e.is_void = 0 AND d.is_void = 0;

CREATE VIEW listing_events AS
SELECT v.code AS venue_code, l.code, e.kind, e.effective_on, f.name AS file_name, e.file_row, e.change_id
FROM listing_event e
JOIN listing l ON l.id = e.listing_id
LEFT JOIN venue v ON v.id = l.venue_id
LEFT JOIN source_file f ON f.id = e.file_id
WHERE e.is_void = 0 AND l.is_void = 0;
