CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN base AS mood;
