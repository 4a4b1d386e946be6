SELECT nextval('s'), nextval('s'), nextval('u');
-- kept: SELECT last_value FROM u
-- kept-back: SELECT last_value FROM u
