-- A change that takes back another: what it recorded is void, what it corrected as it was. Nothing else says so but this
-- row, and while it stands a file that the other imported is read afresh.
CREATE TABLE reversal (
  id INTEGER PRIMARY KEY,
  reverted_change_id INTEGER NOT NULL REFERENCES change (id),
  change_id INTEGER NOT NULL UNIQUE REFERENCES change (id)
) STRICT;

CREATE TRIGGER reversal_insert_gate BEFORE INSERT ON reversal
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM reversal WHERE id = NEW.id OR change_id = NEW.change_id)
  OR NEW.reverted_change_id >= NEW.change_id
BEGIN SELECT RAISE(ABORT, 'reversal: belongs to an open change; use registry revert'); END;
CREATE TRIGGER reversal_no_update BEFORE UPDATE ON reversal
BEGIN SELECT RAISE(ABORT, 'reversal: stays as it was written'); END;
CREATE TRIGGER reversal_no_delete BEFORE DELETE ON reversal
BEGIN SELECT RAISE(ABORT, 'reversal: nothing recorded is deleted'); END;

CREATE INDEX reversal_by_reverted ON reversal (reverted_change_id);

-- What a change replaced, and whether anything was replaced since. New rows touch none of these.
CREATE INDEX party_history_by_replacer ON party_history (replaced_by);
CREATE INDEX intention_history_by_replacer ON intention_history (replaced_by);
CREATE INDEX listing_history_by_replacer ON listing_history (replaced_by);
CREATE INDEX deal_history_by_replacer ON deal_history (replaced_by);
CREATE INDEX deal_event_history_by_replacer ON deal_event_history (replaced_by);
CREATE INDEX listing_event_history_by_replacer ON listing_event_history (replaced_by);

-- The file that a change imported.
CREATE INDEX source_file_by_change ON source_file (change_id);

-- What each change recorded, from the parts that its seal covers, the file it came from, and what it took back.
DROP VIEW changes;
CREATE VIEW changes AS
SELECT c.id AS change_id, c.recorded_at, c.command, c.reason, c.actor, c.login, c.host, c.seal,
  coalesce((SELECT sum(p.new_rows) FROM change_part p
    WHERE p.change_id = c.id AND p.table_name <> 'setting' AND p.table_name <> 'source_file'
      AND p.table_name <> 'reversal'), 0) AS rows_new,
  coalesce((SELECT sum(p.changed_rows) FROM change_part p WHERE p.change_id = c.id), 0) AS rows_changed,
  (SELECT min(f.name) FROM source_file f WHERE f.change_id = c.id) AS file_name,
  (SELECT r.reverted_change_id FROM reversal r WHERE r.change_id = c.id) AS reverts,
  (SELECT max(r.change_id) FROM reversal r WHERE r.reverted_change_id = c.id) AS reverted_by
FROM change c;
