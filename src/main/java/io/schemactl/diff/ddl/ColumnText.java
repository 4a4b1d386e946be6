package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.NotNullConstraint;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;

/** A column's definition, as {@code CREATE TABLE} and {@code ADD COLUMN} take it. */
final class ColumnText {

    private final Table table;
    private final Context context;

    ColumnText(Table table, Context context) {
        this.table = table;
        this.context = context;
    }

    /** The whole definition, except for what only {@code ALTER COLUMN} can say. */
    String definition(Column column) {
        return column.name().quoted() + " " + type(column) + compression(column) + foreignOptions(column)
                + value(column) + (notNull(column) ? " NOT NULL" : "");
    }

    /** The type with its collation. */
    static String type(Column column) {
        return column.type()
                + (column.collation() == null
                        ? ""
                        : " COLLATE " + column.collation().quoted());
    }

    /** Whether the default can be given with the definition. */
    boolean isDefaultInline(Column column) {
        return !context.forced().deferred().contains(Part.ofDefault(table.key(), column.name()));
    }

    /** {@code GENERATED … AS IDENTITY} with the options of the column's sequence. */
    static String identity(Table table, Column column, Catalog catalog) {
        String when = column.identity() == Column.Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT";
        String sequence = catalog.relationships().sequencesOf(table.name()).stream()
                .filter(each -> isInside(each, table, column))
                .findFirst()
                .map(each -> " (SEQUENCE NAME " + each.name().quoted() + SequenceDdl.options(each) + ")")
                .orElse("");
        return "GENERATED " + when + " AS IDENTITY" + sequence;
    }

    /** Whether a sequence is the inside of an identity column. */
    static boolean isInside(Sequence sequence, Table table, Column column) {
        Sequence.Owner owner = sequence.owner();
        return owner != null
                && owner.identity()
                && owner.relation().equals(table.name())
                && owner.column().equals(column.name());
    }

    private String value(Column column) {
        if (new Lineage(context).hasIdentityFromAbove(context.to(), table) && column.identity() != null) {
            return "";
        }
        if (column.identity() != null) {
            return " " + identity(table, column, context.to());
        }
        if (column.generated() != null) {
            return " GENERATED ALWAYS AS (" + column.generated().expression() + ") "
                    + (column.generated().stored() ? "STORED" : "VIRTUAL");
        }
        return column.defaultExpression() == null || !isDefaultInline(column)
                ? ""
                : " DEFAULT " + column.defaultExpression();
    }

    private static String compression(Column column) {
        return column.storage().compression() == null
                ? ""
                : " COMPRESSION " + column.storage().compression();
    }

    private String foreignOptions(Column column) {
        return table.form() == Table.Form.FOREIGN
                ? Words.foreignOptions(column.storage().foreignOptions())
                : "";
    }

    /** A not-null constraint that is an object of its own is added as one; one that a parent passes on would become the table's own. */
    private boolean notNull(Column column) {
        return column.notNull()
                && !hasOwnNotNull(context.to(), table, column)
                && NotNullConstraintDdl.above(table.name(), column.name(), context.to())
                        .findAny()
                        .isEmpty();
    }

    /** Whether a catalog has an object for the column's not-null constraint, as PostgreSQL 18 has. */
    static boolean hasOwnNotNull(Catalog catalog, Table table, Column column) {
        return catalog.partsOf(table.name(), Kind.CONSTRAINT, NotNullConstraint.class)
                .anyMatch(constraint -> constraint.column().equals(column.name()));
    }
}
