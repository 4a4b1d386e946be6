CREATE TYPE only_a_shell;
