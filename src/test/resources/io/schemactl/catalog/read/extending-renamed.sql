-- Other names for some objects of extending.sql.
ALTER TYPE app.times RENAME TO renamed;
ALTER TYPE app.renamed SET SCHEMA public;
ALTER TYPE app.pair RENAME TO renamed;
ALTER OPERATOR app.@- (NONE, integer) SET SCHEMA public;
ALTER OPERATOR CLASS app.bare USING btree RENAME TO renamed;
ALTER OPERATOR CLASS app.renamed USING btree SET SCHEMA public;
ALTER COLLATION app.c RENAME TO renamed;
ALTER CONVERSION app.latin2 RENAME TO renamed;
ALTER TEXT SEARCH PARSER app.plain_words RENAME TO renamed;
ALTER TEXT SEARCH TEMPLATE app.bare RENAME TO renamed;
ALTER TEXT SEARCH CONFIGURATION app.none RENAME TO renamed;
ALTER LANGUAGE "Unsafe" RENAME TO renamed;
