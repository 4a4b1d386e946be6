CREATE TYPE oldrange AS RANGE (subtype = int8);
