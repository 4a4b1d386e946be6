-- true: SELECT count(*) >= 4 FROM invoices
-- true: SELECT count(*) >= 4 FROM balances
-- true: SELECT count(*) >= 4 FROM parts
-- true: SELECT count(*) >= 4 FROM spans
-- true: SELECT count(*) >= 4 FROM names
-- true: SELECT count(*) >= 4 FROM chains
CREATE TABLE invoices (
    id integer PRIMARY KEY,
    net numeric(10,2) NOT NULL CHECK (net >= 0),
    tax numeric(10,2) NOT NULL,
    discount numeric(10,2),
    total numeric(12,2) NOT NULL,
    CHECK (tax = round(net * 0.19, 2)),
    CHECK (total = net + tax - COALESCE(discount, 0)));
CREATE TABLE balances (
    opened bigint NOT NULL,
    received bigint NOT NULL,
    spent bigint NOT NULL,
    closed bigint NOT NULL,
    CHECK (opened + received = spent + closed));
CREATE TABLE parts (
    quantity integer NOT NULL CHECK (quantity > 0),
    price integer NOT NULL CHECK (price > 0),
    amount integer NOT NULL,
    share double precision NOT NULL,
    CHECK (quantity * price = amount),
    CHECK (share * 4 = quantity),
    CHECK (NOT amount IS DISTINCT FROM (price * quantity)));
CREATE TABLE spans (
    starts timestamptz NOT NULL,
    ends timestamptz NOT NULL,
    took interval NOT NULL,
    day date NOT NULL,
    CHECK (ends = starts + took AND took > interval '0'),
    CHECK (date_trunc('month', day) = day));
CREATE TABLE names (
    first text NOT NULL,
    last text NOT NULL,
    whole text NOT NULL,
    slug text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('a', 'b')),
    size integer NOT NULL,
    CHECK (whole = first || ' ' || last),
    CHECK (slug = lower(replace(whole, ' ', '-'))),
    CHECK (size = CASE WHEN kind = 'a' THEN length(first) ELSE length(last) END));
CREATE TABLE chains (
    a integer NOT NULL,
    b integer NOT NULL,
    c integer NOT NULL,
    d integer NOT NULL,
    twice integer GENERATED ALWAYS AS (a * 2) STORED,
    CHECK (b = twice + 1),
    CHECK (c = b + 1 OR c = 0),
    CHECK (abs(d) = c AND d <= 0));
