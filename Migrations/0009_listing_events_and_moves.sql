-- What became of a listing after it was published. It stays in the cumulative count of listings.
CREATE TABLE listing_event (
  id INTEGER PRIMARY KEY,
  listing_id INTEGER NOT NULL REFERENCES listing (id),
  kind TEXT NOT NULL CHECK (kind = 'suspended' OR kind = 'resumed' OR kind = 'withdrawn'),
  effective_on TEXT NOT NULL CHECK (effective_on = date(effective_on)),
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- taken back; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER  -- byte at which the row begins
) STRICT;

-- The versions of listing_event that were replaced.
CREATE TABLE listing_event_history (
  id INTEGER NOT NULL,
  listing_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER listing_event_insert_gate BEFORE INSERT ON listing_event
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM listing_event WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'listing_event: a new record belongs to an open change; use registry withdraw-listing'); END;
CREATE TRIGGER listing_event_update_gate BEFORE UPDATE ON listing_event
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
BEGIN SELECT RAISE(ABORT, 'listing_event: corrected by an open change of its own'); END;
CREATE TRIGGER listing_event_keep_history AFTER UPDATE ON listing_event
BEGIN
  INSERT INTO listing_event_history (id, listing_id, kind, effective_on, is_void, change_id, file_id, file_row,
    file_offset, replaced_by)
  VALUES (OLD.id, OLD.listing_id, OLD.kind, OLD.effective_on, OLD.is_void, OLD.change_id, OLD.file_id,
    OLD.file_row, OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER listing_event_no_delete BEFORE DELETE ON listing_event
BEGIN SELECT RAISE(ABORT, 'listing_event: nothing recorded is deleted'); END;
CREATE TRIGGER listing_event_history_insert_gate BEFORE INSERT ON listing_event_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM listing_event_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'listing_event_history: written only by a correction of listing_event'); END;
CREATE TRIGGER listing_event_history_no_update BEFORE UPDATE ON listing_event_history
BEGIN SELECT RAISE(ABORT, 'listing_event_history: stays as it was written'); END;
CREATE TRIGGER listing_event_history_no_delete BEFORE DELETE ON listing_event_history
BEGIN SELECT RAISE(ABORT, 'listing_event_history: nothing recorded is deleted'); END;

CREATE INDEX listing_event_by_listing ON listing_event (listing_id);

-- A code under which a record was recorded before it was moved. It points on to the record, and stays taken.
CREATE TABLE former_code (
  id INTEGER PRIMARY KEY,
  noun TEXT NOT NULL CHECK (noun = 'intention' OR noun = 'listing' OR noun = 'deal'),
  venue_id INTEGER NOT NULL REFERENCES venue (id),  -- venue and code under which it was recorded before
  code TEXT NOT NULL,
  record_id INTEGER NOT NULL,  -- the record, in the table of its noun, that now has another venue or code
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- taken back; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (noun, venue_id, code)
) STRICT;

-- The versions of former_code that were replaced.
CREATE TABLE former_code_history (
  id INTEGER NOT NULL,
  noun TEXT NOT NULL,
  venue_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER former_code_insert_gate BEFORE INSERT ON former_code
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM former_code WHERE id = NEW.id OR noun = NEW.noun AND venue_id = NEW.venue_id AND code = NEW.code)
  OR NOT EXISTS (SELECT 1 FROM intention WHERE NEW.noun = 'intention' AND id = NEW.record_id UNION ALL
    SELECT 1 FROM listing WHERE NEW.noun = 'listing' AND id = NEW.record_id UNION ALL
    SELECT 1 FROM deal WHERE NEW.noun = 'deal' AND id = NEW.record_id)
  OR NEW.is_void = 0 AND EXISTS (
    SELECT 1 FROM intention WHERE NEW.noun = 'intention' AND venue_id = NEW.venue_id AND code = NEW.code AND id <> NEW.record_id
    UNION ALL
    SELECT 1 FROM listing WHERE NEW.noun = 'listing' AND venue_id = NEW.venue_id AND code = NEW.code AND id <> NEW.record_id
    UNION ALL
    SELECT 1 FROM deal WHERE NEW.noun = 'deal' AND venue_id = NEW.venue_id AND code = NEW.code AND id <> NEW.record_id)
BEGIN SELECT RAISE(ABORT, 'former_code: belongs to an open change, to a record, and to no other; use registry move-deal'); END;
CREATE TRIGGER former_code_update_gate BEFORE UPDATE ON former_code
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM former_code WHERE id <> NEW.id AND noun = NEW.noun AND venue_id = NEW.venue_id AND code = NEW.code)
  OR NOT EXISTS (SELECT 1 FROM intention WHERE NEW.noun = 'intention' AND id = NEW.record_id UNION ALL
    SELECT 1 FROM listing WHERE NEW.noun = 'listing' AND id = NEW.record_id UNION ALL
    SELECT 1 FROM deal WHERE NEW.noun = 'deal' AND id = NEW.record_id)
  OR NEW.is_void = 0 AND EXISTS (
    SELECT 1 FROM intention WHERE NEW.noun = 'intention' AND venue_id = NEW.venue_id AND code = NEW.code AND id <> NEW.record_id
    UNION ALL
    SELECT 1 FROM listing WHERE NEW.noun = 'listing' AND venue_id = NEW.venue_id AND code = NEW.code AND id <> NEW.record_id
    UNION ALL
    SELECT 1 FROM deal WHERE NEW.noun = 'deal' AND venue_id = NEW.venue_id AND code = NEW.code AND id <> NEW.record_id)
BEGIN SELECT RAISE(ABORT, 'former_code: corrected by an open change of its own, and of no other record'); END;
CREATE TRIGGER former_code_keep_history AFTER UPDATE ON former_code
BEGIN
  INSERT INTO former_code_history (id, noun, venue_id, code, record_id, is_void, change_id, file_id, file_row,
    file_offset, replaced_by)
  VALUES (OLD.id, OLD.noun, OLD.venue_id, OLD.code, OLD.record_id, OLD.is_void, OLD.change_id, OLD.file_id,
    OLD.file_row, OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER former_code_no_delete BEFORE DELETE ON former_code
BEGIN SELECT RAISE(ABORT, 'former_code: nothing recorded is deleted'); END;
CREATE TRIGGER former_code_history_insert_gate BEFORE INSERT ON former_code_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM former_code_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'former_code_history: written only by a correction of former_code'); END;
CREATE TRIGGER former_code_history_no_update BEFORE UPDATE ON former_code_history
BEGIN SELECT RAISE(ABORT, 'former_code_history: stays as it was written'); END;
CREATE TRIGGER former_code_history_no_delete BEFORE DELETE ON former_code_history
BEGIN SELECT RAISE(ABORT, 'former_code_history: nothing recorded is deleted'); END;
