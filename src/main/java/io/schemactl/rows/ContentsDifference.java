package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of rows between two readings: of the tables and columns that the earlier one has.
 *
 * @param tables the tables whose rows are not what they were, in order
 */
public record ContentsDifference(List<TableDifference> tables) {

    /** Copies the tables. */
    public ContentsDifference {
        tables = List.copyOf(tables);
    }

    /** Whether all that was there is there, and was compared. */
    public boolean isEmpty() {
        return tables.isEmpty();
    }

    /** How a table's rows are not what they were. */
    public sealed interface TableDifference permits TableGone, RowsDiffer, NotCompared {
        /** The table. */
        QualifiedName table();
    }

    /**
     * A table that is no longer there.
     *
     * @param table the table
     * @param rows how many rows it had
     */
    public record TableGone(QualifiedName table, long rows) implements TableDifference {}

    /**
     * A table with other rows, other values or fewer columns.
     *
     * @param table the table
     * @param lost how many rows are gone
     * @param added how many rows came
     * @param changed the columns with other values than before, in how many rows; null if that many is not known
     * @param columnsGone the columns that are no longer there, with how many values they had that were not NULL
     */
    public record RowsDiffer(
            QualifiedName table,
            long lost,
            long added,
            SortedMap<Identifier, @Nullable Long> changed,
            SortedMap<Identifier, Long> columnsGone)
            implements TableDifference {
        /** Copies the columns. */
        public RowsDiffer {
            changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
            columnsGone = Collections.unmodifiableSortedMap(new TreeMap<>(columnsGone));
        }

        /** Whether there is any difference. */
        boolean isAny() {
            return lost > 0 || added > 0 || !changed.isEmpty() || !columnsGone.isEmpty();
        }
    }

    /**
     * A table whose rows cannot be told to be what they were.
     *
     * @param table the table
     * @param reason why
     */
    public record NotCompared(QualifiedName table, String reason) implements TableDifference {}
}
