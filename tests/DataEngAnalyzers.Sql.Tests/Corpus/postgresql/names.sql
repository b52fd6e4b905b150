-- = CREATE SCHEMA "Data Warehouse";
-- = CREATE TABLE "Data Warehouse"."Order Lines" ("Line Id" int PRIMARY KEY, "select" text, "from" text, "Größe" numeric, "a""b" int);
-- = CREATE TABLE größe (straße text, 数量 int);
-- = CREATE TABLE "user" (id int PRIMARY KEY, name text, "group" text, "order" int);
-- = CREATE TABLE value (key text PRIMARY KEY, value text, type text, name text, date date, row_number int);
-- = CREATE TABLE t$1 (a$b int, _c int);

-- # quoted-names
-- : insert append Data Warehouse.Order Lines(Line Id, select, from) from Data Warehouse.Order Lines
INSERT INTO "Data Warehouse"."Order Lines" ("Line Id", "select", "from")
SELECT l."Line Id" + 100, l."select", l."from" FROM "Data Warehouse"."Order Lines" AS l

-- # doubled-quotes
-- : update Data Warehouse.Order Lines sets(a"b, Größe)
UPDATE "Data Warehouse"."Order Lines" SET "a""b" = 1, "Größe" = 2.5 WHERE "Line Id" = 3

-- # unicode-names
-- : insert upsert value(key, value) key(key) sets(value) from größe
INSERT INTO value (key, value) SELECT straße, 数量::text FROM größe ON CONFLICT (key) DO UPDATE SET value = excluded.value

-- # keywords-as-names
-- : select from user, value
SELECT u.id AS "select", u."group", v.value, v.type, v.name, v.date FROM "user" AS u JOIN value v ON v.key = u.name ORDER BY u."order"

-- # words-that-may-be-columns
-- : insert append value(key, value, type, name, date, row_number)
INSERT INTO value (key, value, type, name, date, row_number) VALUES ('k', 'v', 't', 'n', '2026-01-01', 1)

-- # dollars-in-names
-- : update t$1 sets(a$b)
UPDATE t$1 SET a$b = _c + $1 WHERE _c = $2

-- # mixed-case
-- : delete VALUE
dElEtE fRoM VALUE WhErE KEY = 'x'

-- # comments-everywhere
-- : insert append value(key, value) from größe
/* load; DELETE FROM value */ INSERT /*+ x */ INTO -- the table
value /* not "user" */ ( key -- first
, value ) /* nested /* comment */ still */ SELECT /* , */ straße, 'it''s -- no comment' -- FROM "user"
FROM größe -- WHERE ;
WHERE 数量 > 0 /* ; TRUNCATE value */

-- # nothing-but-semicolons
-- : select from value
;;; SELECT key FROM value;; ;

-- # line-breaks-in-names
-- : select from Data Warehouse.Order Lines
SELECT "Line Id"
  FROM "Data Warehouse"
     . "Order Lines"

-- # strings-of-all-kinds
-- : update value sets(value)
UPDATE value SET value = 'a' 'b' || $$; DELETE FROM value$$ || E'\';' || U&'\0041' || $q$ 'x' $$ $q$ WHERE key = 'FROM "user"'

-- # subquery-alias-named-like-a-table
-- : select from größe
SELECT value.key FROM (SELECT straße AS key FROM größe) AS value

-- # cte-hides-a-table
-- : select from value
WITH "user" AS (SELECT key AS id FROM value) SELECT id FROM "user"

-- # cte-hides-a-table-only-there
-- : insert append value(key) from user
INSERT INTO value (key) SELECT name FROM "user" WHERE id IN (WITH value AS (SELECT 1 AS id) SELECT id FROM value)

-- # function-named-like-a-table
-- : select from user
SELECT lower(name), "left"(name, 1), count(*) FILTER (WHERE id > 0) FROM "user" GROUP BY 1, 2

-- # between-and-or
-- : delete value
DELETE FROM value WHERE (row_number BETWEEN 1 AND 3 OR row_number NOT BETWEEN SYMMETRIC 9 AND 5) AND NOT (key IS NULL)
