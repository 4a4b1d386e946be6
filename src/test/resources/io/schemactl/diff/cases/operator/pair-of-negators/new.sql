CREATE FUNCTION is_near(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs($1 - $2) < 2 $$;
CREATE FUNCTION is_far(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs($1 - $2) >= 2 $$;
CREATE OPERATOR =@= (LEFTARG = int, RIGHTARG = int, FUNCTION = is_near, NEGATOR = <@>, COMMUTATOR = =@=);
CREATE OPERATOR <@> (LEFTARG = int, RIGHTARG = int, FUNCTION = is_far, NEGATOR = =@=, COMMUTATOR = <@>);
