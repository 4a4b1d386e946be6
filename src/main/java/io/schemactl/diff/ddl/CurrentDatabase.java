package io.schemactl.diff.ddl;

import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.SqlText;

/** Commands about the database in which they run, whatever its name and its owner are. */
public final class CurrentDatabase {

    /** Stands for its owner in commands that are not yet inside a block. */
    static final Identifier OWNER = new Identifier("owner of the current database");

    private static final String MARK = new Identifier("the current database").quoted();

    /** Stands for it in commands that are not yet inside a block. */
    static final String NAME = "DATABASE " + MARK;

    private static final String SELF = "pg_catalog.quote_ident(pg_catalog.current_database())";
    private static final String ITS_OWNER = "(SELECT pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(d.datdba))"
            + " FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())";

    private CurrentDatabase() {}

    /** Whether a statement is a block of such a command. */
    public static boolean isIn(Statement statement) {
        return statement.sql().startsWith("DO ") && statement.sql().contains(SELF);
    }

    /** Whether a statement changes whether sessions begin read-only; one that begins so could not run it. */
    public static boolean isAboutReadOnly(Statement statement) {
        return isIn(statement) && statement.sql().contains("default_transaction_read_only");
    }

    /** A block of code that finds the names, and runs a command. */
    static Statement block(String command) {
        int name = command.indexOf(MARK);
        String before = command.substring(0, name);
        String after = command.substring(name + MARK.length());
        String text = Literal.of(before) + " || " + SELF + rest(after);
        String tag = SqlText.dollarTag(text);
        return Statement.of("DO %s\nBEGIN\n    EXECUTE %s;\nEND\n%s".formatted(tag, text, tag));
    }

    /** A grant ends with a role, and perhaps the right to pass it on. */
    private static String rest(String after) {
        int owner = after.indexOf(" " + OWNER.quoted());
        boolean isGrant = after.startsWith(" TO ") || after.startsWith(" FROM ");
        if (!isGrant || owner < 0) {
            return after.isEmpty() ? "" : " || " + Literal.of(after);
        }
        String left = after.substring(owner + 1 + OWNER.quoted().length());
        return " || " + Literal.of(after.substring(0, owner + 1)) + " || " + ITS_OWNER + rest(left);
    }
}
