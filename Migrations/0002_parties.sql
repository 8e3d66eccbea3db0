-- A trading venue of the core network, or a member of the service network.
CREATE TABLE venue (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  network TEXT NOT NULL CHECK (network = 'core' OR network = 'service'),
  region TEXT,
  joined_on TEXT NOT NULL CHECK (joined_on = date(joined_on)),
  left_on TEXT CHECK (left_on = date(left_on)),  -- the first day no longer in the network
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER  -- byte at which the row begins
) STRICT;

-- The versions of venue that were replaced.
CREATE TABLE venue_history (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  network TEXT NOT NULL,
  region TEXT,
  joined_on TEXT NOT NULL,
  left_on TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER venue_insert_gate BEFORE INSERT ON venue
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM venue WHERE id = NEW.id OR code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'venue: a new record belongs to an open change; use registry add-venue'); END;
CREATE TRIGGER venue_update_gate BEFORE UPDATE ON venue
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM venue WHERE id <> NEW.id AND (code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'venue: a record is corrected by an open change of its own'); END;
CREATE TRIGGER venue_keep_history AFTER UPDATE ON venue
BEGIN
  INSERT INTO venue_history (id, code, name, network, region, joined_on, left_on, is_void, change_id, file_id,
    file_row, file_offset, replaced_by)
  VALUES (OLD.id, OLD.code, OLD.name, OLD.network, OLD.region, OLD.joined_on, OLD.left_on, OLD.is_void,
    OLD.change_id, OLD.file_id, OLD.file_row, OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER venue_no_delete BEFORE DELETE ON venue
BEGIN SELECT RAISE(ABORT, 'venue: nothing recorded is deleted'); END;
CREATE TRIGGER venue_history_insert_gate BEFORE INSERT ON venue_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM venue_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'venue_history: written only by a correction of venue'); END;
CREATE TRIGGER venue_history_no_update BEFORE UPDATE ON venue_history
BEGIN SELECT RAISE(ABORT, 'venue_history: stays as it was written'); END;
CREATE TRIGGER venue_history_no_delete BEFORE DELETE ON venue_history
BEGIN SELECT RAISE(ABORT, 'venue_history: nothing recorded is deleted'); END;

-- A seller, buyer or owner. Matched by name: width and spaces do not matter.
CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,  -- as first written
  match_name TEXT NOT NULL UNIQUE,  -- as matched
  credit_code TEXT,  -- unified social credit code
  region TEXT,
  salt TEXT,  -- 32 random hexadecimal digits; the seal holds SHA-256 over salt, name and credit code in their stead
  -- That digest, once a lawful erasure took away the name, the code and the salt. match_name follows from the name.
  erased_sha256 TEXT CHECK (erased_sha256 IS NULL OR salt IS NULL AND credit_code IS NULL AND name = ''),
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER  -- byte at which the row begins
) STRICT;

-- The versions of party that were replaced.
CREATE TABLE party_history (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  match_name TEXT NOT NULL,
  credit_code TEXT,
  region TEXT,
  salt TEXT,
  erased_sha256 TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER party_insert_gate BEFORE INSERT ON party
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM party WHERE id = NEW.id OR match_name = NEW.match_name)
BEGIN SELECT RAISE(ABORT, 'party: a new record belongs to an open change; use registry add-party'); END;
CREATE TRIGGER party_update_gate BEFORE UPDATE ON party
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM party WHERE id <> NEW.id AND (match_name = NEW.match_name))
BEGIN SELECT RAISE(ABORT, 'party: a record is corrected by an open change of its own'); END;
CREATE TRIGGER party_keep_history AFTER UPDATE ON party
BEGIN
  INSERT INTO party_history (id, name, match_name, credit_code, region, salt, erased_sha256, is_void,
    change_id, file_id, file_row, file_offset, replaced_by)
  VALUES (OLD.id, OLD.name, OLD.match_name, OLD.credit_code, OLD.region, OLD.salt, OLD.erased_sha256,
    OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row, OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER party_no_delete BEFORE DELETE ON party
BEGIN SELECT RAISE(ABORT, 'party: nothing recorded is deleted'); END;
CREATE TRIGGER party_history_insert_gate BEFORE INSERT ON party_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM party_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'party_history: written only by a correction of party'); END;
CREATE TRIGGER party_history_no_update BEFORE UPDATE ON party_history
BEGIN SELECT RAISE(ABORT, 'party_history: stays as it was written'); END;
CREATE TRIGGER party_history_no_delete BEFORE DELETE ON party_history
BEGIN SELECT RAISE(ABORT, 'party_history: nothing recorded is deleted'); END;
