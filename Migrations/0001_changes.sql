-- What is told once about the registry: its zone. Written by `registry init`, sealed like a record.
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;

-- Every write of a record belongs to a change. It is open while its transaction runs and sealed as its last act.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,          -- 1, 2, 3 … without a gap
  command TEXT NOT NULL,           -- the command and its option names, without their values
  reason TEXT,                     -- required to correct
  actor TEXT NOT NULL,             -- who is said to have made it
  login TEXT NOT NULL,             -- whose login it was
  uid INTEGER NOT NULL,
  host TEXT NOT NULL,
  recorded_at TEXT,                -- UTC to the microsecond, above the one before; NULL while open
  seal_format INTEGER,             -- which column lists were hashed
  seal TEXT                        -- SHA-256, 64 hexadecimal digits; NULL while open
) STRICT;

-- What a change recorded in each table, and the SHA-256 over those rows as CSV lines in the order of their ids.
CREATE TABLE change_part (
  change_id INTEGER NOT NULL REFERENCES change (id),
  table_name TEXT NOT NULL,
  new_rows INTEGER NOT NULL,
  new_sha256 TEXT NOT NULL,
  changed_rows INTEGER NOT NULL,   -- rows that were there before, as they are after the change
  changed_sha256 TEXT NOT NULL,
  PRIMARY KEY (change_id, table_name)
) STRICT, WITHOUT ROWID;

-- A file whose rows were recorded, in the change that recorded them.
CREATE TABLE source_file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  noun TEXT NOT NULL,              -- what its rows are: deal, listing …
  venue_id INTEGER REFERENCES venue (id),  -- whose file; NULL where its rows name their venue
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  options TEXT NOT NULL,           -- how it was told to be read
  rows_read INTEGER NOT NULL,
  rows_new INTEGER NOT NULL,
  rows_changed INTEGER NOT NULL,
  rows_unchanged INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL,  -- 0 unless the valid part of the file was accepted without them
  rows_set_aside INTEGER NOT NULL, -- rows that are no data; not in rows_read
  change_id INTEGER NOT NULL REFERENCES change (id),
  CHECK (rows_read = rows_new + rows_changed + rows_unchanged + rows_rejected)
) STRICT;

-- What arrived, whatever became of it. Not a record: not sealed.
CREATE TABLE arrival (
  id INTEGER PRIMARY KEY,
  arrived_at TEXT NOT NULL,
  name TEXT NOT NULL,
  noun TEXT,                       -- NULL where it could not be told
  venue_id INTEGER REFERENCES venue (id),
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  outcome TEXT NOT NULL,           -- imported, unchanged, doubled, refused, empty
  rows_read INTEGER NOT NULL,
  rows_new INTEGER NOT NULL,
  rows_changed INTEGER NOT NULL,
  rows_unchanged INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL,
  rows_set_aside INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,      -- rows that differ from a correction by hand; the record stayed
  change_id INTEGER REFERENCES change (id),
  actor TEXT NOT NULL,
  login TEXT NOT NULL,
  uid INTEGER NOT NULL,
  host TEXT NOT NULL
) STRICT;

CREATE TRIGGER change_insert_gate BEFORE INSERT ON change
WHEN NEW.seal IS NOT NULL OR NEW.recorded_at IS NOT NULL
  OR NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM change)
  OR EXISTS (SELECT 1 FROM change WHERE id = NEW.id - 1 AND seal IS NULL)
BEGIN SELECT RAISE(ABORT, 'change: one opens after the one before is sealed, numbered one above it'); END;
CREATE TRIGGER change_update_gate BEFORE UPDATE ON change
WHEN OLD.seal IS NOT NULL OR NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'change: a sealed change stays as it is'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change
WHEN OLD.seal IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'change: nothing recorded is deleted'); END;

CREATE TRIGGER change_part_insert_gate BEFORE INSERT ON change_part
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM change_part WHERE change_id = NEW.change_id AND table_name = NEW.table_name)
BEGIN SELECT RAISE(ABORT, 'change_part: belongs to an open change, once a table'); END;
CREATE TRIGGER change_part_no_update BEFORE UPDATE ON change_part
BEGIN SELECT RAISE(ABORT, 'change_part: stays as it was written'); END;
CREATE TRIGGER change_part_no_delete BEFORE DELETE ON change_part
BEGIN SELECT RAISE(ABORT, 'change_part: nothing recorded is deleted'); END;

CREATE TRIGGER setting_insert_gate BEFORE INSERT ON setting
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM setting WHERE id = NEW.id OR name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'setting: belongs to an open change, once a name'); END;
CREATE TRIGGER setting_no_update BEFORE UPDATE ON setting
BEGIN SELECT RAISE(ABORT, 'setting: stays as it was written'); END;
CREATE TRIGGER setting_no_delete BEFORE DELETE ON setting
BEGIN SELECT RAISE(ABORT, 'setting: nothing recorded is deleted'); END;

CREATE TRIGGER source_file_insert_gate BEFORE INSERT ON source_file
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM source_file WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'source_file: belongs to an open change; use registry import'); END;
CREATE TRIGGER source_file_no_update BEFORE UPDATE ON source_file
BEGIN SELECT RAISE(ABORT, 'source_file: stays as it was written'); END;
CREATE TRIGGER source_file_no_delete BEFORE DELETE ON source_file
BEGIN SELECT RAISE(ABORT, 'source_file: nothing recorded is deleted'); END;

CREATE TRIGGER arrival_insert_gate BEFORE INSERT ON arrival
WHEN EXISTS (SELECT 1 FROM arrival WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'arrival: nothing that arrived is overwritten'); END;
CREATE TRIGGER arrival_no_update BEFORE UPDATE ON arrival
BEGIN SELECT RAISE(ABORT, 'arrival: stays as it was written'); END;
CREATE TRIGGER arrival_no_delete BEFORE DELETE ON arrival
BEGIN SELECT RAISE(ABORT, 'arrival: nothing that arrived is deleted'); END;
