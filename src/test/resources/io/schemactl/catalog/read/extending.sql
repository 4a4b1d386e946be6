-- An object of every kind that extends PostgreSQL itself, with every property that it can have.
CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'extends';

-- base types
CREATE TYPE app.num;
CREATE FUNCTION app.num_in(cstring) RETURNS app.num LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION app.num_out(app.num) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION app.num_recv(internal) RETURNS app.num LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION app.num_send(app.num) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE FUNCTION app.mod_in(cstring[]) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodin';
CREATE FUNCTION app.mod_out(integer) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodout';
CREATE FUNCTION app.num_analyze(internal) RETURNS boolean LANGUAGE internal STRICT AS 'array_typanalyze';
CREATE FUNCTION app.num_subscript(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT
    AS 'raw_array_subscript_handler';
CREATE TYPE app.num (
    INPUT = app.num_in, OUTPUT = app.num_out, RECEIVE = app.num_recv, SEND = app.num_send,
    TYPMOD_IN = app.mod_in, TYPMOD_OUT = app.mod_out, ANALYZE = app.num_analyze,
    INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, STORAGE = plain, CATEGORY = 'N', PREFERRED = true,
    DEFAULT = '42', DELIMITER = ';');
COMMENT ON TYPE app.num IS 'a number';
CREATE TYPE app."select";
CREATE FUNCTION app."select"(cstring) RETURNS app."select" LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION app."from"(app."select") RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE app."select" (
    INPUT = app."select", OUTPUT = app."from", INTERNALLENGTH = VARIABLE, ALIGNMENT = double, STORAGE = extended,
    COLLATABLE = true, CATEGORY = '\', DEFAULT = 'it''s \');
CREATE TYPE app.pair;
CREATE FUNCTION app.pair_in(cstring) RETURNS app.pair LANGUAGE internal IMMUTABLE STRICT AS 'point_in';
CREATE FUNCTION app.pair_out(app.pair) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'point_out';
CREATE TYPE app.pair (
    INPUT = app.pair_in, OUTPUT = app.pair_out, INTERNALLENGTH = 16, ALIGNMENT = double, ELEMENT = float8,
    SUBSCRIPT = app.num_subscript);
CREATE TYPE app.later;

-- range types
CREATE FUNCTION app.distance(integer, integer) RETURNS double precision LANGUAGE sql IMMUTABLE
    AS 'SELECT ($1 - $2)::pg_catalog.float8';
CREATE TYPE app.ints;
CREATE FUNCTION app.canonical(app.ints) RETURNS app.ints LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE app.ints AS RANGE (
    SUBTYPE = integer, CANONICAL = app.canonical, SUBTYPE_DIFF = app.distance, MULTIRANGE_TYPE_NAME = app.many_ints);
COMMENT ON TYPE app.ints IS 'a range';
COMMENT ON TYPE app.many_ints IS 'many ranges';
CREATE TYPE app.textrange AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C");
CREATE TYPE app.times AS RANGE (SUBTYPE = timestamp without time zone);

-- operators
CREATE FUNCTION app.same(integer, bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE FUNCTION app.same(bigint, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE FUNCTION app.other(integer, bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> $2';
CREATE FUNCTION app.opposite(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT -$1';
CREATE OPERATOR app.=== (FUNCTION = app.same, LEFTARG = integer, RIGHTARG = bigint, COMMUTATOR = OPERATOR(app.===),
    NEGATOR = OPERATOR(app.!==), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR app.=== (FUNCTION = app.same, LEFTARG = bigint, RIGHTARG = integer, COMMUTATOR = OPERATOR(app.===));
CREATE OPERATOR app.!== (FUNCTION = app.other, LEFTARG = integer, RIGHTARG = bigint,
    COMMUTATOR = OPERATOR(app.!==), NEGATOR = OPERATOR(app.===), RESTRICT = neqsel);
CREATE OPERATOR app.@- (FUNCTION = app.opposite, RIGHTARG = integer);
COMMENT ON OPERATOR app.@- (NONE, integer) IS 'the opposite';

-- operator families and classes
CREATE FUNCTION app.compare(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE
    AS 'SELECT pg_catalog.btint4cmp($2, $1)';
CREATE FUNCTION app.compare(integer, bigint) RETURNS integer LANGUAGE sql IMMUTABLE
    AS 'SELECT pg_catalog.btint84cmp($2, $1)';
CREATE OPERATOR FAMILY app.reverse USING btree;
COMMENT ON OPERATOR FAMILY app.reverse USING btree IS 'descending';
CREATE OPERATOR CLASS app.int_reverse FOR TYPE integer USING btree FAMILY app.reverse AS
    OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 app.compare(integer, integer);
ALTER OPERATOR FAMILY app.reverse USING btree ADD
    OPERATOR 1 > (integer, bigint), OPERATOR 3 app.=== (integer, bigint),
    FUNCTION 1 (integer, bigint) app.compare(integer, bigint);
CREATE OPERATOR CLASS app.implicit DEFAULT FOR TYPE app.num USING hash AS
    OPERATOR 1 = (integer, integer), FUNCTION 1 (app.num, app.num) hashint4(integer);
COMMENT ON OPERATOR CLASS app.implicit USING hash IS 'hashed';
CREATE OPERATOR CLASS app.elements FOR TYPE integer[] USING gin AS
    OPERATOR 1 && (anyarray, anyarray), OPERATOR 2 @> (anyarray, anyarray),
    FUNCTION 1 btint4cmp(integer, integer), FUNCTION 2 ginarrayextract(anyarray, internal, internal),
    FUNCTION 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
    FUNCTION 4 ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal),
    STORAGE integer;
CREATE OPERATOR CLASS app.near FOR TYPE point USING gist AS
    OPERATOR 15 <-> (point, point) FOR ORDER BY pg_catalog.float_ops,
    FUNCTION 1 gist_point_consistent(internal, point, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
    FUNCTION 3 gist_point_compress(internal), FUNCTION 5 gist_box_penalty(internal, internal, internal),
    FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal),
    FUNCTION 8 gist_point_distance(internal, point, smallint, oid, internal), STORAGE box;
CREATE OPERATOR CLASS app.bare FOR TYPE bigint USING btree AS OPERATOR 1 <;
CREATE OPERATOR CLASS app.extremes FOR TYPE integer USING brin AS
    OPERATOR 1 <, OPERATOR 3 =, FUNCTION 1 brin_minmax_opcinfo(internal),
    FUNCTION 2 brin_minmax_add_value(internal, internal, internal, internal),
    FUNCTION 3 brin_minmax_consistent(internal, internal, internal), FUNCTION 4 brin_minmax_union(internal, internal, internal);

-- casts and transforms
CREATE FUNCTION app.to_point(integer) RETURNS point LANGUAGE sql IMMUTABLE AS 'SELECT pg_catalog.point($1, $1)';
CREATE CAST (app.num AS integer) WITHOUT FUNCTION;
CREATE CAST (character varying AS app.num) WITH INOUT AS ASSIGNMENT;
CREATE CAST (integer AS point) WITH FUNCTION app.to_point(integer) AS IMPLICIT;
COMMENT ON CAST (integer AS point) IS 'on the diagonal';
CREATE TRANSFORM FOR integer LANGUAGE sql (
    FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE TRANSFORM FOR bigint LANGUAGE sql (TO SQL WITH FUNCTION int8recv(internal));
COMMENT ON TRANSFORM FOR bigint LANGUAGE sql IS 'one way';

-- languages and access methods
CREATE FUNCTION app.run() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION app.run_block(internal) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_inline_handler';
CREATE FUNCTION app.check(oid) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_validator';
CREATE TRUSTED LANGUAGE safe HANDLER app.run INLINE app.run_block VALIDATOR app.check;
CREATE LANGUAGE "Unsafe" HANDLER app.run;
COMMENT ON LANGUAGE safe IS 'trusted';
CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;
CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
COMMENT ON ACCESS METHOD tree IS 'a B-tree';

-- collations and conversions
CREATE COLLATION app.c (LOCALE = 'C');
CREATE COLLATION app.mixed (LC_COLLATE = 'C', LC_CTYPE = 'POSIX');
CREATE COLLATION app.phonebook (PROVIDER = icu, LOCALE = 'de-u-co-phonebk', DETERMINISTIC = false);
COMMENT ON COLLATION app.phonebook IS 'as in phone books';
CREATE DEFAULT CONVERSION app.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE CONVERSION app.latin2 FOR 'LATIN2' TO 'UTF8' FROM iso8859_to_utf8;
COMMENT ON CONVERSION app.latin IS 'western';

-- text search
CREATE TEXT SEARCH PARSER app.words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
    LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
CREATE TEXT SEARCH PARSER app.plain_words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
    LEXTYPES = prsd_lextype);
COMMENT ON TEXT SEARCH PARSER app.words IS 'words';
CREATE TEXT SEARCH TEMPLATE app.stems (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH TEMPLATE app.bare (LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE app.stems IS 'stems';
CREATE TEXT SEARCH DICTIONARY app.short (TEMPLATE = app.stems, STOPWORDS = english, ACCEPT = false);
CREATE TEXT SEARCH DICTIONARY app.any (TEMPLATE = simple);
COMMENT ON TEXT SEARCH DICTIONARY app.short IS 'short';
CREATE TEXT SEARCH CONFIGURATION app.search (PARSER = app.words);
ALTER TEXT SEARCH CONFIGURATION app.search ADD MAPPING FOR word, asciiword WITH app.short, app.any, pg_catalog.simple;
ALTER TEXT SEARCH CONFIGURATION app.search ADD MAPPING FOR email WITH app.any;
CREATE TEXT SEARCH CONFIGURATION app.none (PARSER = "default");
COMMENT ON TEXT SEARCH CONFIGURATION app.search IS 'search';

-- for changes
CREATE FUNCTION app.like(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE OPERATOR app.#=# (FUNCTION = app.like, LEFTARG = integer, RIGHTARG = integer);
