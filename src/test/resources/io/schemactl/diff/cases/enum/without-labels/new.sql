CREATE TYPE mood AS ENUM ('first');
