-- The logs of a unit, entry by entry, as the library writes and chains them.
-- What the library promises of a log, the database holds itself.

DO $$ BEGIN
  IF current_setting('server_encoding') <> 'UTF8' THEN
    RAISE EXCEPTION 'want a database in UTF8, not %', current_setting('server_encoding');
  END IF;
END $$;

CREATE TABLE unit (
  code text NOT NULL PRIMARY KEY CHECK (code <> '')
);

-- data is the text that was digested, byte for byte; jsonb would not keep it.
CREATE TABLE entry (
  unit     text   NOT NULL REFERENCES unit (code),
  log      text   NOT NULL CHECK (log IN ('journal', 'ledger', 'registry')),
  revision bigint NOT NULL CHECK (revision >= 1),
  version  bigint NOT NULL CHECK (version >= 1),
  prev     text,
  digest   text   NOT NULL,
  data     text   NOT NULL,
  PRIMARY KEY (unit, log, revision),
  CONSTRAINT entry_first CHECK ((revision = 1) = (prev IS NULL)),
  CONSTRAINT entry_digest CHECK (digest = 'sha256:' || encode(sha256(convert_to(
    version || E'\n' || revision || E'\n' || coalesce(prev, '') || E'\n' || data, 'UTF8')), 'hex')),
  CONSTRAINT entry_data CHECK (jsonb_typeof(data::jsonb) = 'object')
);

CREATE TABLE head (
  unit     text   NOT NULL,
  log      text   NOT NULL,
  revision bigint NOT NULL,
  digest   text   NOT NULL,
  PRIMARY KEY (unit, log),
  FOREIGN KEY (unit, log, revision) REFERENCES entry (unit, log, revision)
);

-- An event is booked once.
CREATE UNIQUE INDEX entry_event ON entry (unit, (data::jsonb #>> '{posting,event}'))
  WHERE log = 'journal' AND data::jsonb #>> '{posting,event}' IS NOT NULL;

-- An entry continues its log: the next revision, on the digest of the one before.
CREATE FUNCTION entry_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last head%ROWTYPE;
BEGIN
  SELECT * INTO last FROM head WHERE unit = NEW.unit AND log = NEW.log FOR UPDATE;
  IF NEW.revision <> 1 + coalesce(last.revision, 0) THEN
    RAISE EXCEPTION 'entry_chain: want the revision after the head';
  END IF;
  IF NEW.prev IS DISTINCT FROM last.digest THEN
    RAISE EXCEPTION 'entry_chain: want the digest of the head';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entry_chain BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_chain();

-- Each voucher of a posting has two lines at least, amounts of two places, and
-- debits that are its credits.
CREATE FUNCTION entry_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM jsonb_array_elements(coalesce(NEW.data::jsonb #> '{posting,vouchers}', '[]')) AS v
     WHERE (
       SELECT count(*) < 2
           OR bool_or(l ->> 'side' IS NULL OR l ->> 'side' NOT IN ('debit', 'credit'))
           OR bool_or(l ->> 'amount' IS NULL OR l ->> 'amount' !~ '^-?[0-9]+\.[0-9][0-9]$')
           OR coalesce(sum(CASE l ->> 'side' WHEN 'debit' THEN 1 ELSE -1 END
                * CASE WHEN l ->> 'amount' ~ '^-?[0-9]+\.[0-9][0-9]$' THEN (l ->> 'amount')::numeric ELSE 1 END), 1) <> 0
         FROM jsonb_array_elements(coalesce(v -> 'lines', '[]')) AS l
     )
  ) THEN
    RAISE EXCEPTION 'entry_balance: want a voucher whose debits are its credits';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entry_balance BEFORE INSERT ON entry FOR EACH ROW WHEN (NEW.log = 'journal') EXECUTE FUNCTION entry_balance();

CREATE FUNCTION entry_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO head (unit, log, revision, digest) VALUES (NEW.unit, NEW.log, NEW.revision, NEW.digest)
    ON CONFLICT (unit, log) DO UPDATE SET revision = excluded.revision, digest = excluded.digest;
  RETURN NULL;
END $$;
CREATE TRIGGER entry_head AFTER INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_head();

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: entries and heads are never changed or deleted', TG_NAME;
END $$;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON entry EXECUTE FUNCTION refuse();
CREATE TRIGGER head_no_delete BEFORE DELETE ON head FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER head_no_truncate BEFORE TRUNCATE ON head EXECUTE FUNCTION refuse();

-- The head moves one entry at a time, to an entry that is there.
CREATE FUNCTION head_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP = 'UPDATE' AND (NEW.unit, NEW.log, NEW.revision) <> (OLD.unit, OLD.log, OLD.revision + 1))
    OR NOT EXISTS (SELECT FROM entry WHERE unit = NEW.unit AND log = NEW.log AND revision = NEW.revision AND digest = NEW.digest)
    OR EXISTS (SELECT FROM entry WHERE unit = NEW.unit AND log = NEW.log AND revision > NEW.revision) THEN
    RAISE EXCEPTION 'head_follows: want the head to be the last entry';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER head_follows BEFORE INSERT OR UPDATE ON head FOR EACH ROW EXECUTE FUNCTION head_follows();
