CREATE TABLE dim_customer (
    customer_key  INTEGER PRIMARY KEY,
    customer_id   TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    email         TEXT NOT NULL,
    country       TEXT NOT NULL,
    city          TEXT NOT NULL,
    segment       TEXT NOT NULL,
    signup_date   TEXT NOT NULL
);

CREATE TABLE dim_product (
    product_key     INTEGER PRIMARY KEY,
    product_id      TEXT NOT NULL UNIQUE,
    sku             TEXT NOT NULL,
    name            TEXT NOT NULL,
    category        TEXT NOT NULL,
    unit_price      REAL NOT NULL,
    currency        TEXT NOT NULL,
    active          INTEGER NOT NULL
);

CREATE TABLE dim_date (
    date_key     INTEGER PRIMARY KEY,
    date         TEXT NOT NULL UNIQUE,
    year         INTEGER NOT NULL,
    month        INTEGER NOT NULL,
    day_of_week  TEXT NOT NULL
);

CREATE TABLE fact_sales (
    order_id      TEXT NOT NULL,
    line_no       INTEGER NOT NULL,
    customer_key  INTEGER NOT NULL REFERENCES dim_customer (customer_key),
    product_key   INTEGER NOT NULL REFERENCES dim_product (product_key),
    date_key      INTEGER NOT NULL REFERENCES dim_date (date_key),
    quantity      INTEGER NOT NULL,
    amount        REAL NOT NULL,
    PRIMARY KEY (order_id, line_no)
);

CREATE TABLE fact_returns (
    return_id  TEXT NOT NULL PRIMARY KEY,
    order_id   TEXT NOT NULL,
    line_no    INTEGER NOT NULL,
    date_key   INTEGER NOT NULL REFERENCES dim_date (date_key),
    quantity   INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    FOREIGN KEY (order_id, line_no) REFERENCES fact_sales (order_id, line_no)
);

CREATE TABLE mart_sales (
    date_key  INTEGER NOT NULL,
    category  TEXT NOT NULL,
    country   TEXT NOT NULL,
    quantity  INTEGER NOT NULL,
    revenue   REAL NOT NULL,
    PRIMARY KEY (date_key, category, country)
);
