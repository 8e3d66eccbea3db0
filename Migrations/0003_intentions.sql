-- An achievement that somebody intends to bring to market.
CREATE TABLE intention (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  field TEXT
    CHECK (field IS NULL OR field = 'electronics' OR field = 'aerospace' OR field = 'manufacturing'
      OR field = 'biomedicine' OR field = 'materials' OR field = 'energy' OR field = 'environment'
      OR field = 'nuclear' OR field = 'agriculture' OR field = 'transport' OR field = 'urban'),
  owner_id INTEGER REFERENCES party (id),
  amount_fen INTEGER CHECK (amount_fen >= 0 AND amount_fen <= 1000000000000000),  -- 1/100 yuan, at most 10^15
  received_on TEXT NOT NULL CHECK (received_on = date(received_on)),
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (venue_id, code)
) STRICT;

-- The versions of intention that were replaced.
CREATE TABLE intention_history (
  id INTEGER NOT NULL,
  venue_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  field TEXT,
  owner_id INTEGER,
  amount_fen INTEGER,
  received_on TEXT NOT NULL,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER intention_insert_gate BEFORE INSERT ON intention
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM intention WHERE id = NEW.id OR venue_id = NEW.venue_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'intention: a new record belongs to an open change; use registry add-intention'); END;
CREATE TRIGGER intention_update_gate BEFORE UPDATE ON intention
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM intention WHERE id <> NEW.id AND (venue_id = NEW.venue_id AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'intention: a record is corrected by an open change of its own'); END;
CREATE TRIGGER intention_keep_history AFTER UPDATE ON intention
BEGIN
  INSERT INTO intention_history (id, venue_id, code, title, field, owner_id, amount_fen, received_on, is_void,
    change_id, file_id, file_row, file_offset, replaced_by)
  VALUES (OLD.id, OLD.venue_id, OLD.code, OLD.title, OLD.field, OLD.owner_id, OLD.amount_fen, OLD.received_on,
    OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row, OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER intention_no_delete BEFORE DELETE ON intention
BEGIN SELECT RAISE(ABORT, 'intention: nothing recorded is deleted'); END;
CREATE TRIGGER intention_history_insert_gate BEFORE INSERT ON intention_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM intention_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'intention_history: written only by a correction of intention'); END;
CREATE TRIGGER intention_history_no_update BEFORE UPDATE ON intention_history
BEGIN SELECT RAISE(ABORT, 'intention_history: stays as it was written'); END;
CREATE TRIGGER intention_history_no_delete BEFORE DELETE ON intention_history
BEGIN SELECT RAISE(ABORT, 'intention_history: nothing recorded is deleted'); END;
