package io.schemactl.prove;

import io.schemactl.rows.TableContents;
import io.schemactl.rows.TableContents.Content;
import io.schemactl.rows.TableContents.Digested;
import io.schemactl.rows.TableContents.Listed;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;

/** Counts rows and values in a reading of them. */
final class RowCounting {

    private RowCounting() {}

    /** How many rows a table has; none if it could not be read. */
    static long rows(Content content) {
        if (content instanceof Listed listed) {
            return listed.rows().size();
        }
        return content instanceof Digested digested ? digested.rows() : 0;
    }

    /** How many values of a column are not NULL. */
    static long values(TableContents contents, QualifiedName table, Identifier column) {
        Content content = contents.tables().get(table);
        if (content instanceof Listed listed) {
            int index = listed.columns().indexOf(column);
            return index < 0
                    ? 0
                    : listed.rows().stream()
                            .filter(row -> row.values().get(index) != null)
                            .count();
        }
        if (content instanceof Digested digested && digested.columns().get(column) != null) {
            return digested.columns().get(column).values();
        }
        return 0;
    }
}
