-- One row for each word that is quoted as a name.
SELECT k.word
FROM pg_catalog.pg_get_keywords() k
WHERE k.catcode <> 'U'
ORDER BY k.word;
