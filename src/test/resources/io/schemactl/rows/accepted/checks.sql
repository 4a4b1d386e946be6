-- true: SELECT count(*) >= 3 FROM people
-- true: SELECT count(*) >= 3 FROM linked
CREATE TABLE people (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    status text NOT NULL CHECK (status IN ('new', 'open', 'it''s done')),
    progress integer NOT NULL CHECK (progress BETWEEN 0 AND 100),
    email text NOT NULL UNIQUE CHECK (email LIKE '%_@_%.__%'),
    code varchar(8) NOT NULL CHECK (code ~ '^[A-Z]{3}-\d{4}$'),
    nick text NOT NULL CHECK (length(nick) >= 40),
    short text NOT NULL CHECK (char_length(short) <= 2 AND short <> ''),
    letters text NOT NULL CHECK (letters = lower(letters) AND position('@' in letters) > 1),
    share numeric(3,2) NOT NULL CHECK (share > 0 AND share <= 1),
    born date NOT NULL CHECK (born > '1900-01-01' AND born < now()),
    ends timestamptz NOT NULL CHECK (ends > '2090-01-01'),
    took interval NOT NULL CHECK (took < interval '5 minutes' AND took > interval '0'),
    settings jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object' AND settings ? 'theme'),
    list jsonb NOT NULL CHECK (jsonb_typeof(list) = 'array'),
    tags text[] NOT NULL CHECK (tags <@ ARRAY['a', 'b', 'c'] AND cardinality(tags) = 2),
    phone text CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
    hash char(64) NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    url text NOT NULL CHECK (url ~* '^https?://[^/]+/.*$'),
    rating smallint NOT NULL CHECK (rating >= 1 AND rating <= 5));
CREATE TABLE linked (
    id integer PRIMARY KEY,
    low integer NOT NULL,
    high integer NOT NULL CHECK (high >= low),
    starts timestamptz NOT NULL,
    ends timestamptz,
    quantity integer NOT NULL CHECK (quantity > 0),
    price numeric(10,2) NOT NULL CHECK (price >= 0),
    kind text NOT NULL,
    mail text,
    post text,
    CHECK (ends IS NULL OR ends > starts),
    CHECK ((kind = 'mail' AND mail IS NOT NULL AND post IS NULL) OR (kind = 'post' AND post IS NOT NULL AND mail IS NULL)),
    CHECK (num_nonnulls(mail, post) = 1));
CREATE TABLE computed (
    a integer NOT NULL,
    b integer NOT NULL,
    sum integer GENERATED ALWAYS AS (a + b) STORED CHECK (sum < 50),
    UNIQUE (sum));
