-- The logs of a unit, entry by entry, as the library writes and chains them.
-- What the library promises of a log, the database holds itself.

CREATE TABLE unit (
  code TEXT NOT NULL PRIMARY KEY CHECK (code <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  unit     TEXT    NOT NULL REFERENCES unit (code),
  log      TEXT    NOT NULL CHECK (log IN ('journal', 'ledger', 'registry')),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  version  INTEGER NOT NULL CHECK (version >= 1),
  prev     TEXT,
  digest   TEXT    NOT NULL,
  data     TEXT    NOT NULL,
  PRIMARY KEY (unit, log, revision),
  CONSTRAINT entry_first CHECK ((revision = 1) = (prev IS NULL)),
  CONSTRAINT entry_digest CHECK (length(digest) = 71 AND digest GLOB 'sha256:*' AND substr(digest, 8) NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT entry_data CHECK (json_valid(data) AND json_type(data) = 'object')
) STRICT;

CREATE TABLE head (
  unit     TEXT    NOT NULL,
  log      TEXT    NOT NULL,
  revision INTEGER NOT NULL,
  digest   TEXT    NOT NULL,
  PRIMARY KEY (unit, log),
  FOREIGN KEY (unit, log, revision) REFERENCES entry (unit, log, revision)
) STRICT, WITHOUT ROWID;

-- An event is booked once.
CREATE UNIQUE INDEX entry_event ON entry (unit, json_extract(data, '$.posting.event'))
  WHERE log = 'journal' AND json_extract(data, '$.posting.event') IS NOT NULL;

-- An entry continues its log: the next revision, on the digest of the one before.
CREATE TRIGGER entry_chain BEFORE INSERT ON entry BEGIN
  SELECT RAISE(ABORT, 'entry_chain: want the revision after the head')
   WHERE NEW.revision <> 1 + coalesce((SELECT revision FROM head WHERE unit = NEW.unit AND log = NEW.log), 0);
  SELECT RAISE(ABORT, 'entry_chain: want the digest of the head')
   WHERE NEW.prev IS NOT (SELECT digest FROM head WHERE unit = NEW.unit AND log = NEW.log);
END;

-- Each voucher of a posting has two lines at least, amounts of two places, and
-- debits that are its credits.
CREATE TRIGGER entry_balance BEFORE INSERT ON entry WHEN NEW.log = 'journal' BEGIN
  SELECT RAISE(ABORT, 'entry_balance: want a voucher whose debits are its credits')
    FROM json_each(NEW.data, '$.posting.vouchers') AS v
   WHERE (
     SELECT count(*) < 2
         OR total(l.value ->> 'side' IS NULL OR l.value ->> 'side' NOT IN ('debit', 'credit')) > 0
         OR total(l.value ->> 'amount' IS NULL OR l.value ->> 'amount' NOT GLOB '*[0-9].[0-9][0-9]') > 0
         OR coalesce(sum(CASE l.value ->> 'side' WHEN 'debit' THEN 1 ELSE -1 END
              * CAST(replace(l.value ->> 'amount', '.', '') AS INTEGER)), 1) <> 0
       FROM json_each(v.value, '$.lines') AS l
   );
END;

CREATE TRIGGER entry_head AFTER INSERT ON entry BEGIN
  INSERT INTO head (unit, log, revision, digest) VALUES (NEW.unit, NEW.log, NEW.revision, NEW.digest)
    ON CONFLICT (unit, log) DO UPDATE SET revision = excluded.revision, digest = excluded.digest;
END;

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN
  SELECT RAISE(ABORT, 'entry_no_update: entries are never changed');
END;

CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN
  SELECT RAISE(ABORT, 'entry_no_delete: entries are never deleted');
END;

-- The head moves one entry at a time, to an entry that is there.
CREATE TRIGGER head_insert BEFORE INSERT ON head BEGIN
  SELECT RAISE(ABORT, 'head_follows: want the head to be the last entry')
   WHERE NOT EXISTS (SELECT 1 FROM entry WHERE unit = NEW.unit AND log = NEW.log AND revision = NEW.revision AND digest = NEW.digest)
      OR NEW.revision <> 1 + coalesce((SELECT revision FROM head WHERE unit = NEW.unit AND log = NEW.log), 0);
END;

CREATE TRIGGER head_update BEFORE UPDATE ON head BEGIN
  SELECT RAISE(ABORT, 'head_follows: want the head to be the last entry')
   WHERE NEW.unit <> OLD.unit OR NEW.log <> OLD.log OR NEW.revision <> OLD.revision + 1
      OR NOT EXISTS (SELECT 1 FROM entry WHERE unit = NEW.unit AND log = NEW.log AND revision = NEW.revision AND digest = NEW.digest);
END;

CREATE TRIGGER head_no_delete BEFORE DELETE ON head BEGIN
  SELECT RAISE(ABORT, 'head_no_delete: a head is never deleted');
END;
