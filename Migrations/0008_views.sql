-- What people read: names and codes instead of ids, amount_fen for sums, amount_yuan for eyes. Void records are left out.

CREATE VIEW venues AS
SELECT v.code, v.name, v.network, v.region, v.joined_on, v.left_on, f.name AS file_name, v.file_row, v.change_id
FROM venue v LEFT JOIN source_file f ON f.id = v.file_id
WHERE v.is_void = 0;

CREATE VIEW parties AS
SELECT p.id AS party_id, p.name, p.credit_code, p.region, f.name AS file_name, p.file_row, p.change_id
FROM party p LEFT JOIN source_file f ON f.id = p.file_id
WHERE p.is_void = 0;

CREATE VIEW intentions AS
SELECT v.code AS venue_code, i.code, i.title, i.field, o.name AS owner,
  i.amount_fen, i.amount_fen / 100.0 AS amount_yuan, i.received_on,
  v.network, v.region, f.name AS file_name, i.file_row, i.change_id
FROM intention i
LEFT JOIN venue v ON v.id = i.venue_id
LEFT JOIN party o ON o.id = i.owner_id
LEFT JOIN source_file f ON f.id = i.file_id
WHERE i.is_void = 0;

CREATE VIEW listings AS
SELECT v.code AS venue_code, l.code, l.title, l.kind, l.field, l.mode, l.pricing, o.name AS owner,
  l.asking_price_fen, l.asking_price_fen / 100.0 AS asking_price_yuan, l.listed_on, l.listed_until, l.maturity,
  v.network, v.region, f.name AS file_name, l.file_row, l.change_id
FROM listing l
LEFT JOIN venue v ON v.id = l.venue_id
LEFT JOIN party o ON o.id = l.owner_id
LEFT JOIN source_file f ON f.id = l.file_id
WHERE l.is_void = 0;

-- The deals in force: neither void nor terminated. amount_fen is the amount now in force, original_amount_fen the one
-- that was signed. Their number and sum are the totals of today.
CREATE VIEW deals AS
SELECT v.code AS venue_code, d.code, d.title, d.kind, d.field, d.mode, l.code AS listing_code,
  s.name AS seller, b.name AS buyer,
  coalesce((SELECT e.amount_fen FROM deal_event e
    WHERE e.deal_id = d.id AND e.kind = 'amended' AND e.is_void = 0
    ORDER BY e.effective_on DESC, e.id DESC LIMIT 1), d.amount_fen) AS amount_fen,
  coalesce((SELECT e.amount_fen FROM deal_event e
    WHERE e.deal_id = d.id AND e.kind = 'amended' AND e.is_void = 0
    ORDER BY e.effective_on DESC, e.id DESC LIMIT 1), d.amount_fen) / 100.0 AS amount_yuan,
  d.amount_fen AS original_amount_fen, d.technical_amount_fen, d.pricing, d.payment_form, d.royalty, d.signed_on,
  d.registration_no, v.network, v.region, f.name AS file_name, d.file_row, d.change_id
FROM deal d
LEFT JOIN venue v ON v.id = d.venue_id
LEFT JOIN listing l ON l.id = d.listing_id
LEFT JOIN party s ON s.id = d.seller_id
LEFT JOIN party b ON b.id = d.buyer_id
LEFT JOIN source_file f ON f.id = d.file_id
WHERE d.is_void = 0
  AND NOT EXISTS (SELECT 1 FROM deal_event e
    WHERE e.deal_id = d.id AND e.kind = 'terminated' AND e.is_void = 0);

CREATE VIEW figures AS
SELECT g.as_of, g.metric, g.comparison, g.origin, g.value, g.unit, g.published_on, g.source, g.known_change_id,
  g.known_seal, f.name AS file_name, g.file_row, g.change_id
FROM figure g LEFT JOIN source_file f ON f.id = g.file_id
WHERE g.is_void = 0;

CREATE VIEW changes AS
SELECT c.id AS change_id, c.recorded_at, c.command, c.reason, c.actor, c.login, c.host, c.seal
FROM change c;

CREATE VIEW arrivals AS
SELECT a.arrived_at, a.name AS file_name, a.noun, v.code AS venue_code, a.outcome, a.rows_read, a.rows_new,
  a.rows_changed, a.rows_unchanged, a.rows_rejected, a.rows_set_aside, a.conflicts, a.change_id, a.sha256
FROM arrival a LEFT JOIN venue v ON v.id = a.venue_id;

-- What happened on each day. A cumulative total is the sum over all days up to one.
CREATE VIEW daily_totals AS
SELECT t.measure, t.dimension, t.dimension_key, t.day, t.count, t.fen AS amount_fen, t.fen / 100.0 AS amount_yuan
FROM daily_total t;

CREATE VIEW files AS
SELECT f.name AS file_name, f.noun, v.code AS venue_code, f.sha256, f.size_bytes, f.options, f.rows_read, f.rows_new,
  f.rows_changed, f.rows_unchanged, f.rows_rejected, f.rows_set_aside, f.change_id
FROM source_file f LEFT JOIN venue v ON v.id = f.venue_id;
