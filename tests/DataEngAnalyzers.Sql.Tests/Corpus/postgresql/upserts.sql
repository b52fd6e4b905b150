-- = CREATE SCHEMA dw;
-- = CREATE TABLE dw.customers (id bigint PRIMARY KEY, email text, name text, city text, country text, visits int DEFAULT 0, updated_at timestamptz, version int DEFAULT 1, CONSTRAINT customers_email_key UNIQUE (email));
-- = CREATE TABLE dw.prices (sku text, day date, currency char(3), price numeric, source text, PRIMARY KEY (sku, day, currency));
-- = CREATE TABLE dw.counters (name text, day date, hits bigint, last_at timestamptz, UNIQUE (name, day));
-- = CREATE TABLE dw.accounts (id int PRIMARY KEY, login text, tenant int, is_active boolean, balance numeric);
-- = CREATE UNIQUE INDEX accounts_active_login ON dw.accounts (login) WHERE is_active;
-- = CREATE UNIQUE INDEX accounts_tenant_lower_login ON dw.accounts (tenant, lower(login));
-- = CREATE TABLE staging_customers (id bigint, email text, name text, city text, country text, updated_at timestamptz, op char(1));
-- = CREATE TABLE staging_prices (sku text, day date, currency char(3), price numeric, source text, received_at timestamptz);
-- = INSERT INTO staging_customers VALUES (1, 'ada@x.org', 'Ada', 'London', 'UK', '2026-01-01', 'I'), (2, 'bob@x.org', 'Bob', 'Paris', 'FR', '2026-01-02', 'U');
-- = INSERT INTO staging_prices VALUES ('s1', '2026-01-01', 'EUR', 5, 'a', '2026-01-01'), ('s1', '2026-01-02', 'EUR', 6, 'a', '2026-01-02');

-- # do-nothing
-- : insert append-if-absent dw.customers(id, email)
INSERT INTO dw.customers (id, email) VALUES (1, 'a@b.c') ON CONFLICT DO NOTHING

-- # do-nothing-on-a-key
-- : insert append-if-absent dw.customers(id, name) key(id) from staging_customers
INSERT INTO dw.customers (id, name)
SELECT id, name FROM staging_customers
ON CONFLICT (id) DO NOTHING

-- # do-update-all-columns
-- : insert upsert dw.customers(id, email, name, city) key(id) sets(email, name, city) from staging_customers
INSERT INTO dw.customers (id, email, name, city)
SELECT id, email, name, city FROM staging_customers
ON CONFLICT (id) DO UPDATE SET
    email = EXCLUDED.email,
    name  = EXCLUDED.name,
    city  = EXCLUDED.city

-- # do-update-with-parameters
-- : insert upsert dw.customers(id, email, name) key(id) sets(email, name)
INSERT INTO dw.customers (id, email, name)
VALUES (@Id, @Email, @Name)
ON CONFLICT (id) DO UPDATE SET email = @Email, name = @Name;

-- # composite-key
-- : insert upsert dw.prices(sku, day, currency, price, source) key(sku, day, currency) sets(price, source) from staging_prices
insert into dw.prices (sku, day, currency, price, source)
select sku, day, currency, price, source
from staging_prices
on conflict (sku, day, currency)
do update set price = excluded.price, source = excluded.source

-- # on-constraint
-- : insert upsert dw.customers(id, email, name) key(constraint customers_email_key) sets(name)
INSERT INTO dw.customers (id, email, name) VALUES (:id, :email, :name)
ON CONFLICT ON CONSTRAINT customers_email_key DO UPDATE SET name = excluded.name

-- # on-constraint-do-nothing
-- : insert append-if-absent dw.customers(id, email) key(constraint customers_email_key) from staging_customers
INSERT INTO dw.customers (id, email)
SELECT id, email FROM staging_customers
ON CONFLICT ON CONSTRAINT customers_email_key DO NOTHING

-- # only-when-newer
-- : insert upsert dw.customers(id, name, updated_at) key(id) sets(name, updated_at) from staging_customers
INSERT INTO dw.customers AS c (id, name, updated_at)
SELECT id, name, updated_at FROM staging_customers
ON CONFLICT (id) DO UPDATE
   SET name = EXCLUDED.name, updated_at = EXCLUDED.updated_at
   WHERE c.updated_at < EXCLUDED.updated_at

-- # counter
-- : insert upsert dw.counters(name, day, hits) key(name, day) sets(hits, last_at)
INSERT INTO dw.counters AS c (name, day, hits)
VALUES ($1, current_date, 1)
ON CONFLICT (name, day) DO UPDATE SET hits = c.hits + EXCLUDED.hits, last_at = now()

-- # tuple-assignment
-- : insert upsert dw.customers(id, name, city) key(id) sets(name, city) from staging_customers
INSERT INTO dw.customers (id, name, city)
SELECT id, name, city FROM staging_customers
ON CONFLICT (id) DO UPDATE SET (name, city) = (EXCLUDED.name, EXCLUDED.city)

-- # tuple-assignment-by-row
-- : insert upsert dw.customers(id, name, city) key(id) sets(name, city)
INSERT INTO dw.customers (id, name, city) VALUES (1, 'Ada', 'Rome')
ON CONFLICT (id) DO UPDATE SET (name, city) = ROW(EXCLUDED.name, EXCLUDED.city) RETURNING id

-- # set-to-default
-- : insert upsert dw.customers(id, name) key(id) sets(name, visits)
INSERT INTO dw.customers (id, name) VALUES (1, 'Ada')
ON CONFLICT (id) DO UPDATE SET name = excluded.name, visits = DEFAULT

-- # set-from-a-subquery
-- : insert upsert dw.customers(id, name) key(id) sets(visits) from dw.counters
INSERT INTO dw.customers (id, name) VALUES (@id, @name)
ON CONFLICT (id) DO UPDATE SET visits = (SELECT sum(k.hits)::int FROM dw.counters k WHERE k.name = excluded.name)

-- # set-by-case
-- : insert upsert dw.customers(id, city, country) key(id) sets(city, country) from staging_customers
INSERT INTO dw.customers (id, city, country)
SELECT id, city, country FROM staging_customers
ON CONFLICT (id) DO UPDATE SET
    city = CASE WHEN EXCLUDED.city IS NULL THEN customers.city ELSE EXCLUDED.city END,
    country = coalesce(EXCLUDED.country, customers.country)

-- # partial-index-as-arbiter
-- : insert upsert dw.accounts(id, login, is_active) key(login) sets(id)
INSERT INTO dw.accounts (id, login, is_active) VALUES (1, 'ada', true)
ON CONFLICT (login) WHERE is_active DO UPDATE SET id = EXCLUDED.id

-- # key-with-collation
-- : insert append-if-absent dw.customers(id, email) key(email)
INSERT INTO dw.customers (id, email) VALUES (1, 'x') ON CONFLICT (email COLLATE "default" text_ops) DO NOTHING

-- # returning-behind-the-conflict
-- : insert upsert dw.customers(id, name) key(id) sets(name)
INSERT INTO dw.customers (id, name) VALUES ($1, $2)
ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name
RETURNING id, (xmax = 0) AS inserted

-- # deduplicated-before-the-upsert
-- : insert upsert dw.prices(sku, day, currency, price) key(sku, day, currency) sets(price) from staging_prices
WITH ranked AS (
    SELECT *, row_number() OVER (PARTITION BY sku, day, currency ORDER BY received_at DESC) AS rn
    FROM staging_prices
)
INSERT INTO dw.prices (sku, day, currency, price)
SELECT sku, day, currency, price FROM ranked WHERE rn = 1
ON CONFLICT (sku, day, currency) DO UPDATE SET price = EXCLUDED.price
WHERE prices.price IS DISTINCT FROM EXCLUDED.price

-- # from-arrays
-- : insert upsert dw.prices(sku, day, currency, price) key(sku, day, currency) sets(price)
INSERT INTO dw.prices (sku, day, currency, price)
SELECT * FROM unnest(@skus::text[], @days::date[], @currencies::text[], @prices::numeric[])
ON CONFLICT (sku, day, currency) DO UPDATE SET price = EXCLUDED.price

-- # upsert-through-a-cte-that-returns
-- : insert append-if-absent dw.customers(id, email) key(email)
-- : select from dw.customers
WITH ins AS (
    INSERT INTO dw.customers (id, email) VALUES (@id, @email)
    ON CONFLICT (email) DO NOTHING
    RETURNING id
)
SELECT id FROM ins
UNION ALL
SELECT id FROM dw.customers WHERE email = @email
LIMIT 1

-- # update-then-insert-where-not-updated
-- : update dw.customers sets(name) from staging_customers
-- : insert append dw.customers(id, name) from staging_customers
WITH updated AS (
    UPDATE dw.customers c SET name = s.name FROM staging_customers s WHERE s.id = c.id RETURNING c.id
)
INSERT INTO dw.customers (id, name)
SELECT s.id, s.name FROM staging_customers s WHERE NOT EXISTS (SELECT 1 FROM updated u WHERE u.id = s.id)

-- # temp-table-then-upsert
-- : create table incoming
-- : copy append incoming
-- : insert upsert dw.customers(id, email, name) key(id) sets(email, name) from incoming
CREATE TEMPORARY TABLE incoming (LIKE dw.customers INCLUDING DEFAULTS) ON COMMIT DROP;
COPY incoming FROM STDIN;
INSERT INTO dw.customers (id, email, name)
SELECT DISTINCT ON (id) id, email, name FROM incoming ORDER BY id, updated_at DESC
ON CONFLICT (id) DO UPDATE SET email = EXCLUDED.email, name = EXCLUDED.name;

-- # optimistic-version
-- : insert upsert dw.customers(id, name, version) key(id) sets(name, version)
INSERT INTO dw.customers (id, name, version) VALUES (@id, @name, 1)
ON CONFLICT (id) DO UPDATE SET name = @name, version = dw.customers.version + 1
WHERE dw.customers.version = @expectedVersion

-- # merge-insert-and-update
-- : merge dw.customers(id, name, city) key(id) sets(name, city) from staging_customers
MERGE INTO dw.customers AS t
USING staging_customers AS s
ON t.id = s.id
WHEN MATCHED THEN
    UPDATE SET name = s.name, city = s.city
WHEN NOT MATCHED THEN
    INSERT (id, name, city) VALUES (s.id, s.name, s.city)

-- # merge-with-delete
-- : merge dw.customers(id, name) key(id) sets(name) from staging_customers
MERGE INTO dw.customers t
USING staging_customers s ON s.id = t.id
WHEN MATCHED AND s.op = 'D' THEN DELETE
WHEN MATCHED AND t.name IS DISTINCT FROM s.name THEN UPDATE SET name = s.name
WHEN NOT MATCHED AND s.op <> 'D' THEN INSERT (id, name) VALUES (s.id, s.name)

-- # merge-do-nothing
-- : merge dw.prices(sku, day, currency, price) key(sku, day, currency) from staging_prices
MERGE INTO dw.prices p
USING staging_prices s ON p.sku = s.sku AND p.day = s.day AND p.currency = s.currency
WHEN MATCHED THEN DO NOTHING
WHEN NOT MATCHED THEN INSERT (sku, day, currency, price) VALUES (s.sku, s.day, s.currency, s.price)

-- # merge-from-a-query
-- : merge dw.prices(sku, day, currency, price, source) key(sku, day, currency) sets(price) from staging_prices
MERGE INTO dw.prices AS p
USING (
    SELECT DISTINCT ON (sku, day, currency) sku, day, currency, price, source
    FROM staging_prices
    ORDER BY sku, day, currency, received_at DESC
) AS s
ON (p.sku, p.day, p.currency) = (s.sku, s.day, s.currency)
WHEN MATCHED AND p.price <> s.price THEN UPDATE SET price = s.price
WHEN NOT MATCHED THEN INSERT (sku, day, currency, price, source) VALUES (s.sku, s.day, s.currency, s.price, s.source)

-- # merge-from-a-cte
-- : merge dw.customers(id, email) key(id) sets(email) from staging_customers
WITH latest AS (
    SELECT id, max(email) AS email FROM staging_customers GROUP BY id
)
MERGE INTO dw.customers c
USING latest l ON l.id = c.id
WHEN MATCHED THEN UPDATE SET email = l.email
WHEN NOT MATCHED THEN INSERT (id, email) VALUES (l.id, l.email)

-- # merge-from-values
-- : merge dw.customers(id, name) key(id) sets(name)
MERGE INTO dw.customers c
USING (VALUES (@id, @name)) AS v(id, name) ON c.id = v.id::bigint
WHEN MATCHED THEN UPDATE SET name = v.name
WHEN NOT MATCHED THEN INSERT (id, name) VALUES (v.id::bigint, v.name)

-- # merge-that-only-inserts-by-position
-- : merge dw.prices key(sku, day, currency) from staging_prices
MERGE INTO dw.prices p
USING staging_prices s ON p.sku = s.sku AND p.day = s.day AND p.currency = s.currency
WHEN NOT MATCHED THEN INSERT VALUES (s.sku, s.day, s.currency, s.price, s.source)

-- # merge-that-only-deletes
-- : merge dw.customers key(id) from staging_customers
MERGE INTO dw.customers c USING staging_customers s ON c.id = s.id AND s.op = 'D' WHEN MATCHED THEN DELETE

-- # merge-with-case-in-a-branch
-- : merge dw.customers(id, city) key(id) sets(city, country) from staging_customers
MERGE INTO dw.customers c
USING staging_customers s ON c.id = s.id
WHEN MATCHED AND CASE WHEN s.op = 'U' THEN true ELSE false END THEN
  UPDATE SET city = CASE WHEN s.city = '' THEN NULL WHEN s.city = '-' THEN c.city ELSE s.city END,
             (country) = ROW(s.country)
WHEN NOT MATCHED THEN
  INSERT (id, city) VALUES (s.id, CASE s.city WHEN '' THEN NULL ELSE s.city END)

-- # merge-with-a-subquery-in-a-branch
-- : merge dw.customers(id, visits) key(id) sets(visits) from staging_customers, dw.counters
MERGE INTO ONLY dw.customers AS c
USING staging_customers s ON c.id = s.id
WHEN MATCHED THEN UPDATE SET visits = (SELECT count(*)::int FROM dw.counters k WHERE k.name = s.name)
WHEN NOT MATCHED THEN INSERT (id, visits) OVERRIDING USER VALUE VALUES (s.id, DEFAULT)

-- # guarded-by-if-in-a-do-block
-- : insert append-if-absent dw.counters(name, day, hits)
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM dw.counters WHERE name = 'x') THEN
        INSERT INTO dw.counters (name, day, hits) VALUES ('x', current_date, 0);
    END IF;
END
$$;

-- # values-with-a-query-and-order
-- : insert upsert dw.counters(name, day, hits) key(name, day) sets(hits) from staging_prices
INSERT INTO dw.counters (name, day, hits)
SELECT sku, day, count(*) FROM staging_prices GROUP BY sku, day HAVING count(*) > 0 ORDER BY 1, 2
ON CONFLICT (name, day) DO UPDATE SET hits = GREATEST(counters.hits, EXCLUDED.hits)

-- # the-join-condition-is-no-conflict-clause
-- : insert append dw.counters(name, day) from staging_prices, staging_customers
INSERT INTO dw.counters (name, day)
SELECT p.sku, p.day FROM staging_prices p JOIN staging_customers c ON (c.name) = p.sku

-- # no-key-but-a-column-called-conflict
-- : create table conflict(conflict, nothing) unique(conflict)
-- : insert upsert conflict(conflict, nothing) key(conflict) sets(nothing)
CREATE TEMP TABLE conflict (conflict int UNIQUE, nothing text);
INSERT INTO conflict (conflict, nothing) VALUES (1, 'x') ON CONFLICT (conflict) DO UPDATE SET nothing = excluded.nothing
