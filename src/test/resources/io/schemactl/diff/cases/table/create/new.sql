CREATE TABLE orders (id bigint PRIMARY KEY, placed_at timestamptz NOT NULL DEFAULT now(), note text);
COMMENT ON TABLE orders IS 'what customers order';
