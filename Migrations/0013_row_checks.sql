-- A check of each row that a change sealed, so that verify can name the row where a digest tells only its table. Derived:
-- it proves nothing by itself. Changes from before this table have none.
CREATE TABLE row_check (
  change_id INTEGER NOT NULL REFERENCES change (id),
  table_name TEXT NOT NULL,
  first_id INTEGER NOT NULL,       -- of a run of neighbouring ids, 240 at most
  sums BLOB NOT NULL,              -- four bytes a row, the lowest first: a check of 32 bits over its sealed line
  PRIMARY KEY (change_id, table_name, first_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER row_check_insert_gate BEFORE INSERT ON row_check
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM row_check
    WHERE change_id = NEW.change_id AND table_name = NEW.table_name AND first_id = NEW.first_id)
BEGIN SELECT RAISE(ABORT, 'row_check: written only with its change'); END;
CREATE TRIGGER row_check_no_update BEFORE UPDATE ON row_check
BEGIN SELECT RAISE(ABORT, 'row_check: stays as it was written'); END;
CREATE TRIGGER row_check_no_delete BEFORE DELETE ON row_check
BEGIN SELECT RAISE(ABORT, 'row_check: nothing recorded is deleted'); END;
