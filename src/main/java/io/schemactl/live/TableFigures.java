package io.schemactl.live;

import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * How large a table is, in counts alone; a partitioned table's are the sums of its partitions'.
 *
 * @param table the table
 * @param bytes its size on disk, indexes and all
 * @param heapBytes the same without indexes
 * @param rows the server's estimate of its rows; null if it has none
 * @param written how many rows were inserted, updated or deleted since the statistics began; null if nobody counts them, as on a standby
 */
public record TableFigures(
        QualifiedName table,
        long bytes,
        long heapBytes,
        @Nullable Long rows,
        @Nullable Long written) {

    /** Its size in words, such as {@code 12 GB, 40 million rows}. */
    public String words() {
        return rows == null
                ? Amounts.bytes(bytes) + ", rows unknown"
                : "%s, %s".formatted(Amounts.bytes(bytes), Amounts.rows(rows));
    }
}
