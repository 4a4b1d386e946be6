package io.schemactl.forecast;

import java.util.List;

/**
 * What a statement does to tables in use.
 *
 * @param inTransaction whether it runs in a transaction block, so that its locks are held until the block ends
 * @param tables the tables
 */
public record StatementUse(boolean inTransaction, List<TableUse> tables) {

    /** Copies the list. */
    public StatementUse {
        tables = List.copyOf(tables);
    }
}
