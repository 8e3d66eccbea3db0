-- A contract made on an achievement, with the terms that were signed.
CREATE TABLE deal (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id),
  code TEXT NOT NULL,
  title TEXT,
  kind TEXT NOT NULL  -- of contract
    CHECK (kind = 'transfer' OR kind = 'licence' OR kind = 'equity' OR kind = 'development' OR kind = 'service'
      OR kind = 'consulting'),
  field TEXT
    CHECK (field IS NULL OR field = 'electronics' OR field = 'aerospace' OR field = 'manufacturing'
      OR field = 'biomedicine' OR field = 'materials' OR field = 'energy' OR field = 'environment'
      OR field = 'nuclear' OR field = 'agriculture' OR field = 'transport' OR field = 'urban'),
  mode TEXT
    CHECK (mode IS NULL OR mode = 'agreement' OR mode = 'auction' OR mode = 'tender' OR mode = 'bidding'
      OR mode = 'other'),
  listing_id INTEGER REFERENCES listing (id),  -- of the same venue
  seller_id INTEGER REFERENCES party (id),
  buyer_id INTEGER REFERENCES party (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0 AND amount_fen <= 1000000000000000),  -- the fixed price
  technical_amount_fen INTEGER  -- never above amount_fen
    CHECK (technical_amount_fen >= 0 AND technical_amount_fen <= 1000000000000000),
  pricing TEXT,
  payment_form TEXT
    CHECK (payment_form IS NULL OR payment_form = 'lump_sum' OR payment_form = 'instalments'
      OR payment_form = 'royalty' OR payment_form = 'entry_fee_and_royalty'),
  royalty TEXT,  -- in words; never in a total
  signed_on TEXT NOT NULL CHECK (signed_on = date(signed_on)),
  registration_no TEXT,
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (venue_id, code)
) STRICT;

-- The versions of deal that were replaced.
CREATE TABLE deal_history (
  id INTEGER NOT NULL,
  venue_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT,
  kind TEXT NOT NULL,
  field TEXT,
  mode TEXT,
  listing_id INTEGER,
  seller_id INTEGER,
  buyer_id INTEGER,
  amount_fen INTEGER NOT NULL,
  technical_amount_fen INTEGER,
  pricing TEXT,
  payment_form TEXT,
  royalty TEXT,
  signed_on TEXT NOT NULL,
  registration_no TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER deal_insert_gate BEFORE INSERT ON deal
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM deal WHERE id = NEW.id OR venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'deal: a new record belongs to an open change; use registry add-deal'); END;
CREATE TRIGGER deal_update_gate BEFORE UPDATE ON deal
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM deal WHERE id <> NEW.id AND (venue_id = NEW.venue_id AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'deal: a record is corrected by an open change of its own'); END;
CREATE TRIGGER deal_keep_history AFTER UPDATE ON deal
BEGIN
  INSERT INTO deal_history (id, venue_id, code, title, kind, field, mode, listing_id, seller_id, buyer_id,
    amount_fen, technical_amount_fen, pricing, payment_form, royalty, signed_on, registration_no, is_void,
    change_id, file_id, file_row, file_offset, replaced_by)
  VALUES (OLD.id, OLD.venue_id, OLD.code, OLD.title, OLD.kind, OLD.field, OLD.mode, OLD.listing_id,
    OLD.seller_id, OLD.buyer_id, OLD.amount_fen, OLD.technical_amount_fen, OLD.pricing, OLD.payment_form,
    OLD.royalty, OLD.signed_on, OLD.registration_no, OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row,
    OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER deal_no_delete BEFORE DELETE ON deal
BEGIN SELECT RAISE(ABORT, 'deal: nothing recorded is deleted'); END;
CREATE TRIGGER deal_history_insert_gate BEFORE INSERT ON deal_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM deal_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'deal_history: written only by a correction of deal'); END;
CREATE TRIGGER deal_history_no_update BEFORE UPDATE ON deal_history
BEGIN SELECT RAISE(ABORT, 'deal_history: stays as it was written'); END;
CREATE TRIGGER deal_history_no_delete BEFORE DELETE ON deal_history
BEGIN SELECT RAISE(ABORT, 'deal_history: nothing recorded is deleted'); END;
