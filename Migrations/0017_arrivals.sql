-- What arrivals say of rows and records that were there before, and the ways to what arrived. Arrivals and what they say are
-- apart from changes: no seal covers them.

-- A rejected row that says what one rejected before says, and is no reject of its own: whether that one was mended or
-- dropped meanwhile holds for it too.
CREATE TABLE repeated_reject (
  id INTEGER PRIMARY KEY,
  arrival_id INTEGER NOT NULL REFERENCES arrival (id),
  reject_id INTEGER NOT NULL REFERENCES rejected_row (id)
) STRICT;
CREATE INDEX repeated_reject_by_arrival ON repeated_reject (arrival_id);
CREATE TRIGGER repeated_reject_insert_gate BEFORE INSERT ON repeated_reject
WHEN EXISTS (SELECT 1 FROM repeated_reject WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'repeated_reject: nothing that arrived is overwritten'); END;
CREATE TRIGGER repeated_reject_no_update BEFORE UPDATE ON repeated_reject
BEGIN SELECT RAISE(ABORT, 'repeated_reject: stays as it was written'); END;
CREATE TRIGGER repeated_reject_no_delete BEFORE DELETE ON repeated_reject
BEGIN SELECT RAISE(ABORT, 'repeated_reject: nothing that arrived is deleted'); END;

-- A record that a complete file lacks, and one that a file has which an earlier one lacked.
CREATE TABLE lacked_record (
  id INTEGER PRIMARY KEY,
  arrival_id INTEGER NOT NULL REFERENCES arrival (id),
  noun TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  is_there INTEGER NOT NULL CHECK (is_there = 0 OR is_there = 1)
) STRICT;
CREATE INDEX lacked_record_by_arrival ON lacked_record (arrival_id);
CREATE INDEX lacked_record_by_record ON lacked_record (noun, record_id, is_there, arrival_id);
CREATE TRIGGER lacked_record_insert_gate BEFORE INSERT ON lacked_record
WHEN EXISTS (SELECT 1 FROM lacked_record WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'lacked_record: nothing that arrived is overwritten'); END;
CREATE TRIGGER lacked_record_no_update BEFORE UPDATE ON lacked_record
BEGIN SELECT RAISE(ABORT, 'lacked_record: stays as it was written'); END;
CREATE TRIGGER lacked_record_no_delete BEFORE DELETE ON lacked_record
BEGIN SELECT RAISE(ABORT, 'lacked_record: nothing that arrived is deleted'); END;

-- A venue's arrivals, newest first, and those that were known after a change.
CREATE INDEX arrival_by_venue ON arrival (venue_id);
CREATE INDEX arrival_by_change ON arrival (change_id);
-- Whether a file came before: first by its size, which costs nothing, then by its digest.
CREATE INDEX source_file_by_content ON source_file (size_bytes, sha256);
-- The rejects of a change, those that say the same, and what closed one.
CREATE INDEX rejected_row_by_change ON rejected_row (change_id);
CREATE INDEX rejected_row_by_cells ON rejected_row (cells);
CREATE INDEX closed_reject_by_reject ON closed_reject (reject_id);
