-- The warehouse as it grew: surrogate keys everywhere, business keys by convention only.

CREATE TABLE IF NOT EXISTS order_lines (
    order_id     TEXT,
    line_no      TEXT,
    customer_id  TEXT,
    product_id   TEXT,
    order_date   TEXT,
    quantity     INTEGER,
    unit_price   REAL,
    source_file  TEXT
);

CREATE TABLE IF NOT EXISTS dim_customer (
    customer_key     INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_number  TEXT,
    name             TEXT,
    email            TEXT,
    country          TEXT,
    city             TEXT,
    segment          TEXT,
    signup_date      TEXT
);

CREATE TABLE IF NOT EXISTS dim_product (
    product_key  INTEGER PRIMARY KEY AUTOINCREMENT,
    product_id   TEXT,
    sku          TEXT,
    name         TEXT,
    category     TEXT,
    unit_price   REAL,
    currency     TEXT
);

CREATE TABLE IF NOT EXISTS dim_date (
    date_key     INTEGER PRIMARY KEY,
    date         TEXT,
    year         INTEGER,
    month        INTEGER,
    day_of_week  TEXT
);

CREATE TABLE IF NOT EXISTS fact_sales (
    sales_key     INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id      TEXT,
    line_no       TEXT,
    customer_key  INTEGER,
    product_key   INTEGER,
    order_date    TEXT,
    quantity      INTEGER,
    amount        REAL
);

CREATE TABLE IF NOT EXISTS fact_returns (
    return_key   INTEGER PRIMARY KEY AUTOINCREMENT,
    return_id    TEXT,
    order_id     TEXT,
    line_no      TEXT,
    return_date  TEXT,
    quantity     INTEGER,
    reason       TEXT
);

CREATE TABLE IF NOT EXISTS mart_sales (
    order_date  TEXT,
    category    TEXT,
    country     TEXT,
    quantity    INTEGER,
    revenue     REAL
);

CREATE TABLE IF NOT EXISTS load_watermark (
    source       TEXT PRIMARY KEY,
    loaded_until TEXT
);

CREATE VIEW IF NOT EXISTS v_sales AS
SELECT s.order_date, p.category, c.country, SUM(s.quantity) AS quantity, SUM(s.amount) AS revenue
FROM fact_sales s
JOIN dim_product p ON p.product_key = s.product_key
JOIN dim_customer c ON c.customer_key = s.customer_key
GROUP BY s.order_date, p.category, c.country;

CREATE TABLE IF NOT EXISTS raw_survey (
    answer TEXT PRIMARY KEY
);
