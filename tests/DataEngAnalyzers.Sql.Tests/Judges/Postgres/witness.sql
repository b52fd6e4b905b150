-- Notes what a statement does: which tables it writes and which columns it assigns (statement triggers), which objects it
-- creates, changes and drops (event triggers). Notes are taken in the statement's own transaction.
CREATE SCHEMA judge;
CREATE TABLE judge.writes (n serial, operation text, target oid, column_name text);
CREATE TABLE judge.objects (n serial, tag text, type text, id oid, table_id oid, name text);

CREATE FUNCTION judge.note_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO judge.writes (operation, target, column_name) VALUES (TG_OP, TG_RELID, TG_ARGV[0]);
    RETURN NULL;
END $$;

CREATE FUNCTION judge.note_object() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO judge.objects (tag, type, id, table_id, name)
    SELECT command_tag, object_type, objid, coalesce((SELECT indrelid FROM pg_index WHERE indexrelid = objid), objid), object_identity
    FROM pg_event_trigger_ddl_commands()
    WHERE coalesce(schema_name, '') <> 'judge' AND object_type <> 'trigger';
END $$;

CREATE FUNCTION judge.note_drop() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO judge.objects (tag, type, id, table_id, name)
    SELECT tg_tag, object_type, objid, objid, object_identity FROM pg_event_trigger_dropped_objects() WHERE original AND tg_tag LIKE 'DROP%';
END $$;

-- One trigger an operation and, for updates, one a column, on every table that has none yet.
CREATE FUNCTION judge.watch_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    watched record;
BEGIN
    FOR watched IN
        SELECT c.oid::regclass AS name, o.operation, NULL AS column_name, o.operation AS trigger_name
        FROM pg_class c CROSS JOIN (VALUES ('INSERT'), ('DELETE'), ('TRUNCATE')) AS o(operation)
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'judge'::regnamespace)
        UNION ALL
        SELECT c.oid::regclass, format('UPDATE OF %I', a.attname), a.attname, 'UPDATE ' || a.attname
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'judge'::regnamespace)
    LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE %s ON %s FOR EACH STATEMENT EXECUTE FUNCTION judge.note_write(%L)',
            'judge ' || watched.trigger_name, watched.operation, watched.name, watched.column_name);
    END LOOP;
END $$;

-- A statement as the body of a function, which the server writes back in its own words.
CREATE FUNCTION judge.take_down(statement text, types text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(E'CREATE FUNCTION judge.judged(%s) RETURNS void LANGUAGE sql BEGIN ATOMIC %s\n; END', types, statement);
END $$;

CREATE EVENT TRIGGER judge_objects ON ddl_command_end EXECUTE FUNCTION judge.note_object();
CREATE EVENT TRIGGER judge_drops ON sql_drop EXECUTE FUNCTION judge.note_drop();
