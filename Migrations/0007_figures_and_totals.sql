-- A figure as somebody published it. A corrected one is a new version.
CREATE TABLE figure (
  id INTEGER PRIMARY KEY,
  as_of TEXT NOT NULL CHECK (as_of = date(as_of)),
  metric TEXT NOT NULL,  -- intentions, intention_amount, listings, deals, deal_amount, venues, service_members, …
  comparison TEXT NOT NULL  -- equal; 余, 超; 近; 约
    CHECK (comparison = 'equal' OR comparison = 'at_least' OR comparison = 'nearly' OR comparison = 'about'),
  origin TEXT NOT NULL  -- reported by others, or published from this registry
    CHECK (origin = 'reported' OR origin = 'own'),
  value TEXT NOT NULL,  -- the number as printed
  unit TEXT NOT NULL,  -- its unit as printed
  published_on TEXT NOT NULL CHECK (published_on = date(published_on)),
  source TEXT NOT NULL,
  known_change_id INTEGER REFERENCES change (id),  -- the newest change when it was published from here
  known_seal TEXT,  -- and its seal
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void = 0 OR is_void = 1),  -- never was; kept, and counts for nothing
  change_id INTEGER NOT NULL REFERENCES change (id),  -- the change that made this version
  file_id INTEGER REFERENCES source_file (id),  -- and where it came from, if from a file
  file_row INTEGER,
  file_offset INTEGER,  -- byte at which the row begins
  UNIQUE (as_of, metric, comparison, origin)
) STRICT;

-- The versions of figure that were replaced.
CREATE TABLE figure_history (
  id INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  metric TEXT NOT NULL,
  comparison TEXT NOT NULL,
  origin TEXT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  published_on TEXT NOT NULL,
  source TEXT NOT NULL,
  known_change_id INTEGER,
  known_seal TEXT,
  is_void INTEGER NOT NULL,
  change_id INTEGER NOT NULL,  -- true from this change on
  file_id INTEGER,
  file_row INTEGER,
  file_offset INTEGER,
  replaced_by INTEGER NOT NULL REFERENCES change (id),  -- and until this one
  PRIMARY KEY (id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER figure_insert_gate BEFORE INSERT ON figure
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM figure
    WHERE id = NEW.id OR as_of = NEW.as_of AND metric = NEW.metric AND comparison = NEW.comparison AND origin = NEW.origin)
BEGIN
  SELECT RAISE(ABORT, 'figure: a new record belongs to an open change; use registry figures import or figures publish');
END;
CREATE TRIGGER figure_update_gate BEFORE UPDATE ON figure
WHEN NEW.id IS NOT OLD.id OR NEW.change_id IS OLD.change_id
  OR NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM figure
    WHERE id <> NEW.id AND (as_of = NEW.as_of AND metric = NEW.metric AND comparison = NEW.comparison AND origin = NEW.origin))
BEGIN SELECT RAISE(ABORT, 'figure: a record is corrected by an open change of its own'); END;
CREATE TRIGGER figure_keep_history AFTER UPDATE ON figure
BEGIN
  INSERT INTO figure_history (id, as_of, metric, comparison, origin, value, unit, published_on, source,
    known_change_id, known_seal, is_void, change_id, file_id, file_row, file_offset, replaced_by)
  VALUES (OLD.id, OLD.as_of, OLD.metric, OLD.comparison, OLD.origin, OLD.value, OLD.unit, OLD.published_on,
    OLD.source, OLD.known_change_id, OLD.known_seal, OLD.is_void, OLD.change_id, OLD.file_id, OLD.file_row,
    OLD.file_offset, NEW.change_id);
END;
CREATE TRIGGER figure_no_delete BEFORE DELETE ON figure
BEGIN SELECT RAISE(ABORT, 'figure: nothing recorded is deleted'); END;
CREATE TRIGGER figure_history_insert_gate BEFORE INSERT ON figure_history
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.replaced_by AND seal IS NULL)
  OR EXISTS (SELECT 1 FROM figure_history WHERE id = NEW.id AND change_id = NEW.change_id)
BEGIN SELECT RAISE(ABORT, 'figure_history: written only by a correction of figure'); END;
CREATE TRIGGER figure_history_no_update BEFORE UPDATE ON figure_history
BEGIN SELECT RAISE(ABORT, 'figure_history: stays as it was written'); END;
CREATE TRIGGER figure_history_no_delete BEFORE DELETE ON figure_history
BEGIN SELECT RAISE(ABORT, 'figure_history: nothing recorded is deleted'); END;

-- What a change did to the totals: the flows of its records after it, less those before it. Derived; written once.
CREATE TABLE daily_delta (
  change_id INTEGER NOT NULL REFERENCES change (id),
  measure TEXT NOT NULL,           -- intention, listing, deal, venue, service_member
  dimension TEXT NOT NULL,         -- all, venue, network, region, kind, field
  dimension_key TEXT NOT NULL,     -- '' for all, and for a record that says nothing
  day TEXT NOT NULL,
  count INTEGER NOT NULL,
  fen INTEGER NOT NULL,
  PRIMARY KEY (change_id, measure, dimension, dimension_key, day)
) STRICT, WITHOUT ROWID;

-- The sum of daily_delta over all changes. What happened on that day, not what had happened by it.
CREATE TABLE daily_total (
  measure TEXT NOT NULL,
  dimension TEXT NOT NULL,
  dimension_key TEXT NOT NULL,
  day TEXT NOT NULL,
  count INTEGER NOT NULL,
  fen INTEGER NOT NULL,
  PRIMARY KEY (measure, dimension, dimension_key, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER daily_delta_insert_gate BEFORE INSERT ON daily_delta
WHEN NOT EXISTS (SELECT 1 FROM change WHERE id = NEW.change_id AND seal IS NULL)
BEGIN SELECT RAISE(ABORT, 'daily_delta: written only with its change'); END;
CREATE TRIGGER daily_delta_no_update BEFORE UPDATE ON daily_delta
BEGIN SELECT RAISE(ABORT, 'daily_delta: stays as it was written'); END;
CREATE TRIGGER daily_delta_no_delete BEFORE DELETE ON daily_delta
BEGIN SELECT RAISE(ABORT, 'daily_delta: nothing recorded is deleted'); END;
CREATE TRIGGER daily_total_insert_gate BEFORE INSERT ON daily_total
WHEN (SELECT seal FROM change ORDER BY id DESC LIMIT 1) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'daily_total: written only with a change'); END;
CREATE TRIGGER daily_total_update_gate BEFORE UPDATE ON daily_total
WHEN (SELECT seal FROM change ORDER BY id DESC LIMIT 1) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'daily_total: written only with a change'); END;
CREATE TRIGGER daily_total_no_delete BEFORE DELETE ON daily_total
BEGIN SELECT RAISE(ABORT, 'daily_total: nothing recorded is deleted'); END;
