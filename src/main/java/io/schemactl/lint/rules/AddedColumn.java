package io.schemactl.lint.rules;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Table;
import io.schemactl.lint.LintContext;
import io.schemactl.problem.Position;

/**
 * A column that a change set adds, or gives another type.
 *
 * @param table its table, as it is at the end of the changelog
 * @param column the column, as it is then
 * @param position where the change set adds it
 */
record AddedColumn(Table table, Column column, Position position) {

    /** How messages name it. */
    String shown(LintContext context) {
        return "column %s of %s".formatted(column.name(), context.shown(table.name()));
    }
}
