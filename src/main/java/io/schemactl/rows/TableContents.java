package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a database's tables at one moment, as texts.
 *
 * @param tables what is in each table; that of partitions is in the partitioned table at the top
 */
public record TableContents(SortedMap<QualifiedName, Content> tables) {

    /** Copies the tables. */
    public TableContents {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    }

    /** What is in a table. */
    public sealed interface Content permits Listed, Digested, Unreadable {}

    /**
     * All rows of a table.
     *
     * @param columns its columns, in their order
     * @param key those of its primary key; empty if it has none
     * @param rows its rows, in no order
     */
    public record Listed(List<Identifier> columns, List<Identifier> key, List<Row> rows) implements Content {
        /** Copies the lists. */
        public Listed {
            columns = List.copyOf(columns);
            key = List.copyOf(key);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param values its values in the order of the columns; null for NULL
     */
    public record Row(List<@Nullable String> values) {
        /** Copies the values. */
        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /**
     * What is kept of a table with too many rows.
     *
     * @param rows how many
     * @param key the columns of its primary key; empty if it has none
     * @param columns what is kept of each column
     * @param hash of all rows, whatever their order
     */
    public record Digested(long rows, List<Identifier> key, SortedMap<Identifier, ColumnDigest> columns, String hash)
            implements Content {
        /** Copies the columns. */
        public Digested {
            key = List.copyOf(key);
            columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        }
    }

    /**
     * What is kept of a column with too many values.
     *
     * @param values how many are not NULL
     * @param hash of all values, each with its row's primary key if there is one, whatever their order
     */
    public record ColumnDigest(long values, String hash) {}

    /**
     * That a table could not be read.
     *
     * @param reason why, in the server's words
     */
    public record Unreadable(String reason) implements Content {}
}
