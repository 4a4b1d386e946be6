package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.NotNullConstraint;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name that PostgreSQL itself gives to the not-null constraint of a column. A number may follow it, where it is taken.
 *
 * @param relation the table
 * @param base the name without a number
 */
record NotNullName(QualifiedName relation, String base) {

    private static final String ENDING = "_not_null";

    /** The first major version in which not-null constraints have names. */
    private static final int SINCE = 18;

    /** How many bytes a name has at most. */
    private static final int LIMIT = 63;

    static NotNullName of(NotNullConstraint constraint) {
        return of(constraint.relation(), constraint.column());
    }

    static NotNullName of(QualifiedName relation, Identifier name) {
        String table = relation.name().name();
        String column = name.name();
        int room = LIMIT - ENDING.length() - 1;
        int first = bytes(table);
        int second = bytes(column);
        // PostgreSQL shortens the longer part, and the column's if they are equal.
        while (first + second > room) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return new NotNullName(relation, clipped(table, first) + "_" + clipped(column, second) + ENDING);
    }

    /** Whether a name is this one, with a number or without. */
    boolean isOf(Identifier name) {
        String text = name.name();
        return text.startsWith(base)
                && text.substring(base.length()).chars().allMatch(each -> each >= '0' && each <= '9');
    }

    /** The name with a number that no constraint of the table has. */
    Identifier free(Context context) {
        Set<String> taken =
                Stream.of(context.from(), context.to()).flatMap(this::names).collect(Collectors.toSet());
        String name = base;
        for (int i = 1; taken.contains(name); i++) {
            name = base + i;
        }
        return new Identifier(name);
    }

    private Stream<String> names(Catalog catalog) {
        return catalog.partsOf(relation, Kind.CONSTRAINT, Constraint.class)
                .map(constraint -> constraint.name().name());
    }

    /**
     * The statement that gives not-null constraints the names that PostgreSQL would give them, when those that they had from a table
     * above are their own; none where constraints have no names.
     */
    static List<Statement> restored(Table table, Context context) {
        String names = table.columns().stream()
                .filter(Column::notNull)
                .filter(column -> !ColumnText.hasOwnNotNull(context.to(), table, column))
                .map(column -> "(%s, %s)"
                        .formatted(
                                Literal.of(column.name().name()),
                                Literal.of(of(table.name(), column.name()).base())))
                .collect(Collectors.joining(", "));
        if (context.majorVersion() < SINCE || names.isEmpty()) {
            return List.of();
        }
        String sql = """
                DO $$
                DECLARE
                    refused record;
                BEGIN
                    FOR refused IN
                        SELECT c.conrelid::pg_catalog.regclass AS relation, c.conname AS name, u.usual
                        FROM pg_catalog.pg_constraint c
                        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                        JOIN (VALUES %s) AS u (name, usual) ON u.name = a.attname
                        WHERE c.contype = 'n'
                          AND c.coninhcount = 0
                          AND c.conrelid = %s::pg_catalog.regclass
                          AND pg_catalog.rtrim(c.conname, '0123456789') <> u.usual
                    LOOP
                        EXECUTE pg_catalog.format('ALTER TABLE %%s RENAME CONSTRAINT %%I TO %%I',
                                                  refused.relation, refused.name, refused.usual);
                    END LOOP;
                END
                $$""".formatted(names, Literal.of(table.name().quoted()));
        return List.of(Statement.of(sql, Hazards.on(context, table.name(), Hazards.ACCESS_EXCLUSIVE)));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String clipped(String text, int bytes) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
