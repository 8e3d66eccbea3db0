-- What became of a deal after it was signed: absolute terms from a day on, never a difference.
CREATE TABLE deal_event (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  kind TEXT NOT NULL CHECK (kind = 'amended' OR kind = 'terminated'),
  effective_on TEXT NOT NULL CHECK (effective_on = date(effective_on)),
  amount_fen INTEGER NOT NULL  -- the amount from that day on; 0 for a termination
    CHECK (amount_fen >= 0 AND amount_fen <= 1000000000000000),
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER  -- byte at which the row begins
) STRICT;

-- The versions of deal_event that were replaced.
CREATE TABLE deal_event_history (
  id INTEGER NOT NULL,
  deal_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER deal_event_insert_gate BEFORE INSERT ON deal_event
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM deal_event WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'deal_event: a new record belongs to an open change; use registry amend-deal or terminate-deal');
END;
CREATE TRIGGER deal_event_update_gate BEFORE UPDATE ON deal_event
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
BEGIN SELECT RAISE(ABORT, 'deal_event: a record is corrected by an open change of its own'); END;
CREATE TRIGGER deal_event_keep_history AFTER UPDATE ON deal_event
BEGIN
  INSERT INTO deal_event_history (id, deal_id, kind, effective_on, amount_fen, is_void, change_id, file_id,
    file_row, file_offset, replaced_by)
  VALUES (OLD.id, OLD.deal_id, OLD.kind, OLD.effective_on, OLD.amount_fen, OLD.is_void, OLD.change_id,
    OLD.file_id, OLD.file_row, OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER deal_event_no_delete BEFORE DELETE ON deal_event
BEGIN SELECT RAISE(ABORT, 'deal_event: nothing recorded is deleted'); END;
CREATE TRIGGER deal_event_history_insert_gate BEFORE INSERT ON deal_event_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM deal_event_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'deal_event_history: written only by a correction of deal_event'); END;
CREATE TRIGGER deal_event_history_no_update BEFORE UPDATE ON deal_event_history
BEGIN SELECT RAISE(ABORT, 'deal_event_history: stays as it was written'); END;
CREATE TRIGGER deal_event_history_no_delete BEFORE DELETE ON deal_event_history
BEGIN SELECT RAISE(ABORT, 'deal_event_history: nothing recorded is deleted'); END;

CREATE INDEX deal_event_by_deal ON deal_event (deal_id);
