-- What the nightly import keeps beside the records: how a venue writes its files, which days are worked, the rows that were
-- not taken, and what a person has to look at. All of it is only added to; a row counts while its change stands, so that
-- taking a change back needs no new version of them.

-- How a venue writes its files. The newest of a venue holds.
CREATE TABLE venue_profile (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id),
  profile TEXT NOT NULL,  -- YAML, as it was given
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE TRIGGER venue_profile_insert_gate BEFORE INSERT ON venue_profile
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM venue_profile WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'venue_profile: belongs to an open change; use registry set-profile'); END;
CREATE TRIGGER venue_profile_no_update BEFORE UPDATE ON venue_profile
BEGIN SELECT RAISE(ABORT, 'venue_profile: stays as it was written'); END;
CREATE TRIGGER venue_profile_no_delete BEFORE DELETE ON venue_profile
BEGIN SELECT RAISE(ABORT, 'venue_profile: nothing recorded is deleted'); END;

-- Which days are worked, where weekends do not tell. The newest of a day holds.
CREATE TABLE calendar_day (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  is_working INTEGER NOT NULL CHECK (is_working = 0 OR is_working = 1),
  name TEXT,  -- of a holiday
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE TRIGGER calendar_day_insert_gate BEFORE INSERT ON calendar_day
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM calendar_day WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'calendar_day: belongs to an open change; use registry import --kind calendar'); END;
CREATE TRIGGER calendar_day_no_update BEFORE UPDATE ON calendar_day
BEGIN SELECT RAISE(ABORT, 'calendar_day: stays as it was written'); END;
CREATE TRIGGER calendar_day_no_delete BEFORE DELETE ON calendar_day
BEGIN SELECT RAISE(ABORT, 'calendar_day: nothing recorded is deleted'); END;

-- A row of a file whose valid part was accepted without it.
CREATE TABLE rejected_row (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES source_file (id),
  file_row INTEGER NOT NULL,
  venue_id INTEGER REFERENCES venue (id),  -- NULL where the row names none that is there
  code TEXT,  -- NULL where the row has none
  headings TEXT NOT NULL,  -- of the file, as a CSV line
  cells TEXT NOT NULL,  -- the row, as a CSV line
  reasons TEXT NOT NULL,  -- a line each
  reasons_zh TEXT NOT NULL,  -- the same in Chinese
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE TRIGGER rejected_row_insert_gate BEFORE INSERT ON rejected_row
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM rejected_row WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rejected_row: belongs to an open change; use registry import --accept-valid'); END;
CREATE TRIGGER rejected_row_no_update BEFORE UPDATE ON rejected_row
BEGIN SELECT RAISE(ABORT, 'rejected_row: stays as it was written'); END;
CREATE TRIGGER rejected_row_no_delete BEFORE DELETE ON rejected_row
BEGIN SELECT RAISE(ABORT, 'rejected_row: nothing recorded is deleted'); END;

-- That the mended row came, with the import that recorded it.
CREATE TABLE closed_reject (
  id INTEGER PRIMARY KEY,
  reject_id INTEGER NOT NULL REFERENCES rejected_row (id),
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE TRIGGER closed_reject_insert_gate BEFORE INSERT ON closed_reject
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM closed_reject WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'closed_reject: belongs to an open change; written by registry import'); END;
CREATE TRIGGER closed_reject_no_update BEFORE UPDATE ON closed_reject
BEGIN SELECT RAISE(ABORT, 'closed_reject: stays as it was written'); END;
CREATE TRIGGER closed_reject_no_delete BEFORE DELETE ON closed_reject
BEGIN SELECT RAISE(ABORT, 'closed_reject: nothing recorded is deleted'); END;

-- What a file says that is for a person to decide; the record stays meanwhile.
CREATE TABLE review_item (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,  -- conflict, duplicate, power_of_ten
  noun TEXT NOT NULL,
  record_id INTEGER,  -- NULL where it is about the whole file
  other_id INTEGER,  -- the record that it may be the same as
  said TEXT NOT NULL,  -- what the row says, as JSON
  file_id INTEGER NOT NULL REFERENCES source_file (id),
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE TRIGGER review_item_insert_gate BEFORE INSERT ON review_item
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM review_item WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'review_item: belongs to an open change; written by registry import'); END;
CREATE TRIGGER review_item_no_update BEFORE UPDATE ON review_item
BEGIN SELECT RAISE(ABORT, 'review_item: stays as it was written'); END;
CREATE TRIGGER review_item_no_delete BEFORE DELETE ON review_item
BEGIN SELECT RAISE(ABORT, 'review_item: nothing recorded is deleted'); END;

-- What was decided. Who, when and why stand with the change.
CREATE TABLE review_answer (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES review_item (id),
  answer TEXT NOT NULL CHECK (answer = 'accept' OR answer = 'keep'),
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE TRIGGER review_answer_insert_gate BEFORE INSERT ON review_answer
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM review_answer WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'review_answer: belongs to an open change; use registry review'); END;
CREATE TRIGGER review_answer_no_update BEFORE UPDATE ON review_answer
BEGIN SELECT RAISE(ABORT, 'review_answer: stays as it was written'); END;
CREATE TRIGGER review_answer_no_delete BEFORE DELETE ON review_answer
BEGIN SELECT RAISE(ABORT, 'review_answer: nothing recorded is deleted'); END;

-- An arrival tells of the night that took the file, why it was refused, and how many records of ours a complete file no longer has.
ALTER TABLE arrival ADD COLUMN night TEXT;
ALTER TABLE arrival ADD COLUMN refusal TEXT;
ALTER TABLE arrival ADD COLUMN rows_missing INTEGER NOT NULL DEFAULT 0;

-- What is kept beside the records is no new record.
DROP VIEW changes;
CREATE VIEW changes AS
SELECT c.id AS change_id, c.recorded_at, c.command, c.reason, c.actor, c.login, c.host, c.seal,
  coalesce((SELECT sum(p.new_rows) FROM change_part p
    WHERE p.change_id = c.id AND p.table_name NOT IN ('setting', 'source_file', 'reversal', 'rejected_row',
      'closed_reject', 'review_item')), 0) AS rows_new,
  coalesce((SELECT sum(p.changed_rows) FROM change_part p WHERE p.change_id = c.id), 0) AS rows_changed,
  (SELECT min(f.name) FROM source_file f WHERE f.change_id = c.id) AS file_name,
  (SELECT r.reverted_change_id FROM reversal r WHERE r.change_id = c.id) AS reverts,
  (SELECT max(r.change_id) FROM reversal r WHERE r.reverted_change_id = c.id) AS reverted_by
FROM change c;
