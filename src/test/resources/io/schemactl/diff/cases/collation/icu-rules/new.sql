-- since: 16
CREATE COLLATION c (PROVIDER = icu, LOCALE = 'en', RULES = '&a < g');
