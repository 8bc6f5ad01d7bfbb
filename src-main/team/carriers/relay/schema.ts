/**
 * The tables of a relay, as steps from an empty database to the latest version. A step that was released
 * is never changed: a new one follows.
 *
 * Members may read the rows of their libraries and call the two functions that append, nothing else. All
 * objects are granted to PUBLIC, but only members' roles may use the schema; so a new object needs no
 * grants role by role.
 */

/** Versions of the tables, from 1: each leads from the one before it. */
export const steps: readonly string[] = [
  /* 1 */ `
CREATE TABLE standpoint.relay (
  version integer NOT NULL,
  -- The oldest version of which a program may know and still use this relay.
  needs integer NOT NULL,
  single boolean PRIMARY KEY DEFAULT true CHECK (single)
);
INSERT INTO standpoint.relay (version, needs) VALUES (0, 1);

CREATE TABLE standpoint.libraries (
  id uuid PRIMARY KEY,
  -- What its rows name it by: they would say the id three times, in the table and in two indexes.
  key integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  -- The number of the last row. Locked by whoever appends, until its end: so numbers show in their order.
  last bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 40);

CREATE TABLE standpoint.members (
  library uuid NOT NULL REFERENCES standpoint.libraries (id),
  role name NOT NULL,
  PRIMARY KEY (library, role)
);

-- Columns stand so that none is padded to a multiple of its size.
CREATE TABLE standpoint.rows (
  library integer NOT NULL REFERENCES standpoint.libraries (key),
  n integer NOT NULL CHECK (n > 0),
  number bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  device uuid NOT NULL,
  topic uuid NOT NULL,
  body bytea NOT NULL CHECK (octet_length(body) BETWEEN 1 AND 33554432),
  PRIMARY KEY (library, number),
  UNIQUE (library, device, n)
);
-- What is sealed cannot be packed.
ALTER TABLE standpoint.rows ALTER COLUMN body SET STORAGE EXTERNAL;
-- A topic is a keyed hash, so it is that of one library.
CREATE INDEX rows_by_topic ON standpoint.rows (topic, number);

-- By the hash of what was put, too: two who put one name do not mix their parts.
CREATE TABLE standpoint.file_parts (
  library uuid NOT NULL REFERENCES standpoint.libraries (id),
  name uuid NOT NULL,
  upload uuid NOT NULL,
  part integer NOT NULL CHECK (part BETWEEN 1 AND 1024),
  body bytea NOT NULL CHECK (octet_length(body) <= 1048576),
  PRIMARY KEY (library, name, upload, part)
);
ALTER TABLE standpoint.file_parts ALTER COLUMN body SET STORAGE EXTERNAL;

-- A file that is whole.
CREATE TABLE standpoint.files (
  library uuid NOT NULL REFERENCES standpoint.libraries (id),
  name uuid NOT NULL,
  upload uuid NOT NULL,
  parts integer NOT NULL,
  size bigint NOT NULL,
  PRIMARY KEY (library, name)
);

CREATE FUNCTION standpoint.my_libraries() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(library), '{}') FROM standpoint.members WHERE role = session_user
$$;

CREATE FUNCTION standpoint.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'What a relay keeps is never changed or removed' USING ERRCODE = 'SP005';
END $$;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON standpoint.rows
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint.refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON standpoint.files
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint.refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR TRUNCATE ON standpoint.file_parts
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint.refuse_change();

-- SP001: not of this library. SP002: another row is there. SP003: an earlier row is missing. SP004: no rows.
CREATE FUNCTION standpoint.append(
  of_library uuid, devices uuid[], ns integer[], topics uuid[], sizes integer[], bodies bytea
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  of_key integer;
  counter bigint;
  before bigint;
  of_device uuid;
  held integer;
  begins integer := 1;
  one bytea;
BEGIN
  IF NOT of_library = ANY (standpoint.my_libraries()) THEN
    RAISE EXCEPTION 'This role is not of this library' USING ERRCODE = 'SP001';
  END IF;
  IF cardinality(ns) IS DISTINCT FROM cardinality(devices)
    OR cardinality(topics) IS DISTINCT FROM cardinality(devices)
    OR cardinality(sizes) IS DISTINCT FROM cardinality(devices)
    OR (SELECT sum(size) FROM unnest(sizes) AS size) IS DISTINCT FROM octet_length(bodies) THEN
    RAISE EXCEPTION 'These are no rows' USING ERRCODE = 'SP004';
  END IF;
  SELECT key, last INTO of_key, counter FROM standpoint.libraries WHERE id = of_library FOR UPDATE;
  before := counter;
  FOR i IN 1 .. cardinality(devices) LOOP
    one := substr(bodies, begins, sizes[i]);
    begins := begins + sizes[i];
    IF of_device IS DISTINCT FROM devices[i] THEN
      of_device := devices[i];
      SELECT coalesce(max(r.n), 0) INTO held FROM standpoint.rows r
        WHERE r.library = of_key AND r.device = of_device;
    END IF;
    IF ns[i] = held + 1 THEN
      counter := counter + 1;
      held := held + 1;
      INSERT INTO standpoint.rows (library, number, device, n, topic, body)
        VALUES (of_key, counter, of_device, held, topics[i], one);
    ELSIF ns[i] > held THEN
      RAISE EXCEPTION 'An earlier row is missing' USING ERRCODE = 'SP003', DETAIL = of_device || ' ' || held;
    ELSE
      PERFORM 1 FROM standpoint.rows r WHERE r.library = of_key AND r.device = of_device
        AND r.n = ns[i] AND r.topic = topics[i] AND r.body = one;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'Another row is there' USING ERRCODE = 'SP002', DETAIL = of_device || ' ' || ns[i];
      END IF;
    END IF;
  END LOOP;
  IF counter > before THEN
    UPDATE standpoint.libraries SET last = counter WHERE id = of_library;
    PERFORM pg_notify('standpoint_' || replace(of_library::text, '-', ''), '');
  END IF;
  RETURN counter;
END $$;

CREATE FUNCTION standpoint.append_file_part(
  of_library uuid, of_name uuid, of_upload uuid, of_part integer, parts integer, body bytea
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT of_library = ANY (standpoint.my_libraries()) THEN
    RAISE EXCEPTION 'This role is not of this library' USING ERRCODE = 'SP001';
  END IF;
  INSERT INTO standpoint.file_parts VALUES (of_library, of_name, of_upload, of_part, body)
    ON CONFLICT DO NOTHING;
  INSERT INTO standpoint.files
    SELECT of_library, of_name, of_upload, parts, sum(octet_length(p.body))
    FROM standpoint.file_parts p
    WHERE p.library = of_library AND p.name = of_name AND p.upload = of_upload
    HAVING count(*) = parts
    ON CONFLICT DO NOTHING;
END $$;

ALTER TABLE standpoint.libraries ENABLE ROW LEVEL SECURITY;
ALTER TABLE standpoint.rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE standpoint.file_parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE standpoint.files ENABLE ROW LEVEL SECURITY;
-- In a query of its own, so that it is asked once and not row by row.
CREATE POLICY members_read ON standpoint.libraries FOR SELECT
  USING (id = ANY ((SELECT standpoint.my_libraries())::uuid[]));
-- Of the libraries a member sees only those that are hers.
CREATE POLICY members_read ON standpoint.rows FOR SELECT
  USING (library IN (SELECT key FROM standpoint.libraries));
CREATE POLICY members_read ON standpoint.file_parts FOR SELECT
  USING (library = ANY ((SELECT standpoint.my_libraries())::uuid[]));
CREATE POLICY members_read ON standpoint.files FOR SELECT
  USING (library = ANY ((SELECT standpoint.my_libraries())::uuid[]));
GRANT SELECT ON standpoint.relay, standpoint.libraries, standpoint.rows, standpoint.file_parts, standpoint.files TO PUBLIC;
`
];

/** The version that this program knows. */
export const relayVersion = steps.length;
