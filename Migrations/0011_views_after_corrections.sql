-- The views anew: a merged party shows as the one that stays, a listing has a status, and a deal that was terminated can
-- still be looked up.

DROP VIEW parties;
CREATE VIEW parties AS
SELECT p.id AS party_id, p.name, p.credit_code, p.region, f.name AS file_name, p.file_row, p.change_id
FROM party p
LEFT JOIN party_merge m ON m.party_id = p.id AND m.is_void = 0
LEFT JOIN source_file f ON f.id = p.file_id
WHERE p.is_void = 0 AND m.id IS NULL;

-- Other spellings of a party.
CREATE VIEW merged_parties AS
SELECT p.name, i.name AS into_name, m.change_id
FROM party_merge m JOIN party p ON p.id = m.party_id JOIN party i ON i.id = m.into_id
WHERE m.is_void = 0;

DROP VIEW intentions;
CREATE VIEW intentions AS
SELECT v.code AS venue_code, i.code, i.title, i.field, o.name AS owner,
  i.amount_fen, i.amount_fen / 100.0 AS amount_yuan, i.received_on,
  v.network, v.region, f.name AS file_name, i.file_row, i.change_id
FROM intention i
LEFT JOIN venue v ON v.id = i.venue_id
LEFT JOIN party_merge m ON m.party_id = i.owner_id AND m.is_void = 0
LEFT JOIN party o ON o.id = coalesce(m.into_id, i.owner_id)
LEFT JOIN source_file f ON f.id = i.file_id
WHERE i.is_void = 0;

-- status is listed, suspended or withdrawn, since status_on; NULL there for a listing to which nothing happened.
DROP VIEW listings;
CREATE VIEW listings AS
SELECT v.code AS venue_code, l.code, l.title, l.kind, l.field, l.mode, l.pricing, o.name AS owner,
  l.asking_price_fen, l.asking_price_fen / 100.0 AS asking_price_yuan, l.listed_on, l.listed_until, l.maturity,
  v.network, v.region, f.name AS file_name, l.file_row, l.change_id,
  CASE (SELECT e.kind FROM listing_event e WHERE e.listing_id = l.id AND e.is_void = 0
      ORDER BY e.effective_on DESC, e.id DESC LIMIT 1)
    WHEN 'suspended' THEN 'suspended' WHEN 'withdrawn' THEN 'withdrawn' ELSE 'listed' END AS status,
  (SELECT max(e.effective_on) FROM listing_event e WHERE e.listing_id = l.id AND e.is_void = 0) AS status_on
FROM listing l
LEFT JOIN venue v ON v.id = l.venue_id
LEFT JOIN party_merge m ON m.party_id = l.owner_id AND m.is_void = 0
LEFT JOIN party o ON o.id = coalesce(m.into_id, l.owner_id)
LEFT JOIN source_file f ON f.id = l.file_id
WHERE l.is_void = 0;

-- Every deal that was made, terminated or not. amount_fen is the amount last in force, original_amount_fen the one that
-- was signed.
CREATE VIEW signed_deals AS
SELECT v.code AS venue_code, d.code, d.title, d.kind, d.field, d.mode, l.code AS listing_code,
  s.name AS seller, b.name AS buyer,
  coalesce((SELECT e.amount_fen FROM deal_event e
    WHERE e.deal_id = d.id AND e.kind = 'amended' AND e.is_void = 0
    ORDER BY e.effective_on DESC, e.id DESC LIMIT 1), d.amount_fen) AS amount_fen,
  coalesce((SELECT e.amount_fen FROM deal_event e
    WHERE e.deal_id = d.id AND e.kind = 'amended' AND e.is_void = 0
    ORDER BY e.effective_on DESC, e.id DESC LIMIT 1), d.amount_fen) / 100.0 AS amount_yuan,
  d.amount_fen AS original_amount_fen, d.technical_amount_fen, d.pricing, d.payment_form, d.royalty, d.signed_on,
  d.registration_no, v.network, v.region, f.name AS file_name, d.file_row, d.change_id,
  (SELECT min(e.effective_on) FROM deal_event e
    WHERE e.deal_id = d.id AND e.kind = 'terminated' AND e.is_void = 0) AS terminated_on
FROM deal d
LEFT JOIN venue v ON v.id = d.venue_id
LEFT JOIN listing l ON l.id = d.listing_id
LEFT JOIN party_merge ms ON ms.party_id = d.seller_id AND ms.is_void = 0
LEFT JOIN party s ON s.id = coalesce(ms.into_id, d.seller_id)
LEFT JOIN party_merge mb ON mb.party_id = d.buyer_id AND mb.is_void = 0
LEFT JOIN party b ON b.id = coalesce(mb.into_id, d.buyer_id)
LEFT JOIN source_file f ON f.id = d.file_id
WHERE d.is_void = 0;

-- The deals in force: neither void nor terminated. Their number and sum are the totals of today.
DROP VIEW deals;
CREATE VIEW deals AS
SELECT venue_code, code, title, kind, field, mode, listing_code, seller, buyer, amount_fen, amount_yuan,
  original_amount_fen, technical_amount_fen, pricing, payment_form, royalty, signed_on, registration_no, network, region,
  file_name, file_row, change_id
FROM signed_deals
WHERE terminated_on IS NULL;

-- Codes under which records were known before they were moved.
CREATE VIEW former_codes AS
SELECT o.noun, ov.code AS venue_code, o.code, nv.code AS now_venue_code, coalesce(d.code, l.code, i.code) AS now_code,
  o.change_id
FROM former_code o
LEFT JOIN deal d ON o.noun = 'deal' AND d.id = o.record_id
LEFT JOIN listing l ON o.noun = 'listing' AND l.id = o.record_id
LEFT JOIN intention i ON o.noun = 'intention' AND i.id = o.record_id
LEFT JOIN venue ov ON ov.id = o.venue_id
LEFT JOIN venue nv ON nv.id = coalesce(d.venue_id, l.venue_id, i.venue_id)
WHERE o.is_void = 0;
