package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.NotNullConstraint;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.nio.charset.StandardCharsets;
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

    /** How many bytes a name has at most. */
    private static final int LIMIT = 63;

    static NotNullName of(NotNullConstraint constraint) {
        String table = constraint.relation().name().name();
        String column = constraint.column().name();
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
        return new NotNullName(constraint.relation(), clipped(table, first) + "_" + clipped(column, second) + ENDING);
    }

    /** Whether a name is this one, with a number or without. */
    boolean isOf(Identifier name) {
        String text = name.name();
        return text.startsWith(base)
                && text.substring(base.length()).chars().allMatch(each -> each >= '0' && each <= '9');
    }

    /** The name with a number that no constraint of the table has. */
    Identifier free(Context context) {
        Set<String> taken = Stream.of(context.from(), context.to())
                .flatMap(this::names)
                .collect(Collectors.toSet());
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
