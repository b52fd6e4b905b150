-- Nullable: filled from unit_price and currency by the run that follows.
ALTER TABLE dim_product ADD COLUMN unit_price_eur REAL;
