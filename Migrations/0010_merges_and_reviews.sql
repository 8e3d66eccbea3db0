-- Two spellings of one party. Records keep the party that they were recorded with; what is read shows the one that stays,
-- so that a merge of a party with a million records is one row, and taking it back another.
CREATE TABLE party_merge (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),  -- the party that is the same as another
  into_id INTEGER NOT NULL REFERENCES party (id),  -- the one that stays; itself merged into none
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- taken back; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (party_id),
  CHECK (party_id <> into_id)
) STRICT;

-- The versions of party_merge that were replaced.
CREATE TABLE party_merge_history (
  id INTEGER NOT NULL,
  party_id INTEGER NOT NULL,
  into_id INTEGER NOT NULL,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER party_merge_insert_gate BEFORE INSERT ON party_merge
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM party_merge WHERE id = NEW.id OR party_id = NEW.party_id)
BEGIN SELECT RAISE(ABORT, 'party_merge: a new record belongs to an open change; use registry merge-party'); END;
CREATE TRIGGER party_merge_update_gate BEFORE UPDATE ON party_merge
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM party_merge WHERE id <> NEW.id AND party_id = NEW.party_id)
BEGIN SELECT RAISE(ABORT, 'party_merge: corrected by an open change of its own'); END;
CREATE TRIGGER party_merge_keep_history AFTER UPDATE ON party_merge
BEGIN
  INSERT INTO party_merge_history (id, party_id, into_id, is_void, change_id, file_id, file_row, file_offset,
    replaced_by)
  VALUES (OLD.id, OLD.party_id, OLD.into_id, OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row,
    OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER party_merge_no_delete BEFORE DELETE ON party_merge
BEGIN SELECT RAISE(ABORT, 'party_merge: nothing recorded is deleted'); END;
CREATE TRIGGER party_merge_history_insert_gate BEFORE INSERT ON party_merge_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM party_merge_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'party_merge_history: written only by a correction of party_merge'); END;
CREATE TRIGGER party_merge_history_no_update BEFORE UPDATE ON party_merge_history
BEGIN SELECT RAISE(ABORT, 'party_merge_history: stays as it was written'); END;
CREATE TRIGGER party_merge_history_no_delete BEFORE DELETE ON party_merge_history
BEGIN SELECT RAISE(ABORT, 'party_merge_history: nothing recorded is deleted'); END;

CREATE INDEX party_merge_by_into ON party_merge (into_id);

-- Asked once a change is whole: within it a party may lead on what was merged into it before or after it goes itself.
CREATE TRIGGER change_leaves_no_chain_of_merges BEFORE UPDATE OF seal ON change
WHEN EXISTS (SELECT 1 FROM change_part WHERE change_id = NEW.id AND table_name = 'party_merge')
  AND EXISTS (SELECT 1 FROM party_merge m JOIN party_merge i ON i.party_id = m.into_id WHERE m.is_void = 0 AND i.is_void = 0)
BEGIN SELECT RAISE(ABORT, 'party_merge: what a party is merged into is itself merged into none'); END;

-- That another pair of eyes looked at a correction (复核). Who and when stand with the change that recorded it.
CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  reviewed_change_id INTEGER NOT NULL REFERENCES change (id),
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- taken back; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (reviewed_change_id)
) STRICT;

-- The versions of review that were replaced.
CREATE TABLE review_history (
  id INTEGER NOT NULL,
  reviewed_change_id INTEGER NOT NULL,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER review_insert_gate BEFORE INSERT ON review
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM review WHERE id = NEW.id OR reviewed_change_id = NEW.reviewed_change_id)
  OR NOT EXISTS (SELECT 1 FROM change r JOIN change c ON c.id = NEW.reviewed_change_id
    WHERE r.id = NEW.change_id AND c.seal IS NOT NULL AND c.actor <> r.actor)
BEGIN SELECT RAISE(ABORT, 'review: belongs to an open change of another actor than the one reviewed; use registry review'); END;
CREATE TRIGGER review_update_gate BEFORE UPDATE ON review
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM review WHERE id <> NEW.id AND reviewed_change_id = NEW.reviewed_change_id)
  OR NEW.reviewed_change_id IS NOT OLD.reviewed_change_id
  OR NEW.is_void = 0 AND NOT EXISTS (SELECT 1 FROM change r JOIN change c ON c.id = NEW.reviewed_change_id
    WHERE r.id = NEW.change_id AND c.actor <> r.actor)
BEGIN SELECT RAISE(ABORT, 'review: corrected by an open change of its own, of another actor than the one reviewed'); END;
CREATE TRIGGER review_keep_history AFTER UPDATE ON review
BEGIN
  INSERT INTO review_history (id, reviewed_change_id, is_void, change_id, file_id, file_row, file_offset,
    replaced_by)
  VALUES (OLD.id, OLD.reviewed_change_id, OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row,
    OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER review_no_delete BEFORE DELETE ON review
BEGIN SELECT RAISE(ABORT, 'review: nothing recorded is deleted'); END;
CREATE TRIGGER review_history_insert_gate BEFORE INSERT ON review_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM review_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'review_history: written only by a correction of review'); END;
CREATE TRIGGER review_history_no_update BEFORE UPDATE ON review_history
BEGIN SELECT RAISE(ABORT, 'review_history: stays as it was written'); END;
CREATE TRIGGER review_history_no_delete BEFORE DELETE ON review_history
BEGIN SELECT RAISE(ABORT, 'review_history: nothing recorded is deleted'); END;
