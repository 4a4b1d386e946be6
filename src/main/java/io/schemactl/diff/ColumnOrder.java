package io.schemactl.diff;

import java.util.List;

/**
 * Tells the order of columns from what matters more: PostgreSQL adds columns at the end only, and no command moves them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
public final class ColumnOrder {

    private static final List<String> COLUMNS = List.of("columns");

    private ColumnOrder() {}

    /** Whether an object has the same columns in another order, and differs in nothing else. */
    public static boolean isAllThatDiffers(Difference difference) {
        return switch (difference.key().kind()) {
            case TABLE, COMPOSITE_TYPE ->
                difference instanceof Difference.Changed changed
                        && changed.changes().stream().allMatch(ColumnOrder::isOrder);
            default -> false;
        };
    }

    private static boolean isOrder(PropertyChange change) {
        return change.path().equals(COLUMNS) && change.from() != null && change.to() != null;
    }
}
