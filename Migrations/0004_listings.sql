-- An achievement listed for a period. A withdrawn one stays in the cumulative count.
CREATE TABLE listing (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT  -- of achievement
    CHECK (kind IS NULL OR kind = 'patent' OR kind = 'software_copyright' OR kind = 'ic_layout'
      OR kind = 'plant_variety' OR kind = 'biopharma_variety' OR kind = 'know_how' OR kind = 'popular_science'),
  field TEXT
    CHECK (field IS NULL OR field = 'electronics' OR field = 'aerospace' OR field = 'manufacturing'
      OR field = 'biomedicine' OR field = 'materials' OR field = 'energy' OR field = 'environment'
      OR field = 'nuclear' OR field = 'agriculture' OR field = 'transport' OR field = 'urban'),
  mode TEXT
    CHECK (mode IS NULL OR mode = 'agreement' OR mode = 'auction' OR mode = 'tender' OR mode = 'bidding'
      OR mode = 'other'),
  pricing TEXT,
  owner_id INTEGER REFERENCES party (id),
  asking_price_fen INTEGER CHECK (asking_price_fen >= 0 AND asking_price_fen <= 1000000000000000),
  listed_on TEXT NOT NULL CHECK (listed_on = date(listed_on)),
  listed_until TEXT CHECK (listed_until = date(listed_until)),  -- may lie ahead
  maturity TEXT
    CHECK (maturity IS NULL OR maturity = 'researching' OR maturity = 'sample' OR maturity = 'lab_tested'
      OR maturity = 'pilot_tested' OR maturity = 'mass_producible' OR maturity = 'other'),
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (venue_id, code)
) STRICT;

-- The versions of listing that were replaced.
CREATE TABLE listing_history (
  id INTEGER NOT NULL,
  venue_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT,
  field TEXT,
  mode TEXT,
  pricing TEXT,
  owner_id INTEGER,
  asking_price_fen INTEGER,
  listed_on TEXT NOT NULL,
  listed_until TEXT,
  maturity TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER listing_insert_gate BEFORE INSERT ON listing
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM listing WHERE id = NEW.id OR venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'listing: a new record belongs to an open change; use registry add-listing'); END;
CREATE TRIGGER listing_update_gate BEFORE UPDATE ON listing
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM listing WHERE id <> NEW.id AND (venue_id = NEW.venue_id AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'listing: a record is corrected by an open change of its own'); END;
CREATE TRIGGER listing_keep_history AFTER UPDATE ON listing
BEGIN
  INSERT INTO listing_history (id, venue_id, code, title, kind, field, mode, pricing, owner_id,
    asking_price_fen, listed_on, listed_until, maturity, is_void, change_id, file_id, file_row, file_offset,
    replaced_by)
  VALUES (OLD.id, OLD.venue_id, OLD.code, OLD.title, OLD.kind, OLD.field, OLD.mode, OLD.pricing, OLD.owner_id,
    OLD.asking_price_fen, OLD.listed_on, OLD.listed_until, OLD.maturity, OLD.is_void, OLD.change_id,
    OLD.file_id, OLD.file_row, OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER listing_no_delete BEFORE DELETE ON listing
BEGIN SELECT RAISE(ABORT, 'listing: nothing recorded is deleted'); END;
CREATE TRIGGER listing_history_insert_gate BEFORE INSERT ON listing_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM listing_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'listing_history: written only by a correction of listing'); END;
CREATE TRIGGER listing_history_no_update BEFORE UPDATE ON listing_history
BEGIN SELECT RAISE(ABORT, 'listing_history: stays as it was written'); END;
CREATE TRIGGER listing_history_no_delete BEFORE DELETE ON listing_history
BEGIN SELECT RAISE(ABORT, 'listing_history: nothing recorded is deleted'); END;
