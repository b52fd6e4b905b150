CREATE TABLE rejected_row (
    source   TEXT NOT NULL,
    line_no  INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    raw      TEXT NOT NULL,
    PRIMARY KEY (source, line_no)
);

CREATE TABLE stg_order (
    order_id       TEXT NOT NULL,
    line_no        INTEGER NOT NULL,
    customer_id    TEXT NOT NULL,
    product_id     TEXT NOT NULL,
    order_date     TEXT NOT NULL,
    quantity       INTEGER NOT NULL,
    unit_price     REAL NOT NULL,
    source_line    INTEGER NOT NULL,
    source_record  TEXT NOT NULL,
    PRIMARY KEY (order_id, line_no)
);

CREATE TABLE stg_return (
    return_id      TEXT NOT NULL PRIMARY KEY,
    order_id       TEXT NOT NULL,
    line_no        INTEGER NOT NULL,
    return_date    TEXT NOT NULL,
    quantity       INTEGER NOT NULL,
    reason         TEXT NOT NULL,
    source_line    INTEGER NOT NULL,
    source_record  TEXT NOT NULL
);

CREATE TABLE load_watermark (
    source        TEXT NOT NULL PRIMARY KEY,
    loaded_until  TEXT NOT NULL
);
