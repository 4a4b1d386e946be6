package io.schemactl.live;

import io.schemactl.sql.QualifiedName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How large a database's tables are.
 *
 * @param taken when they were read
 * @param since since when the server counts what is written
 * @param isSinceStart whether that is only the server's start, because nobody ever reset the counts, so that they may be older
 * @param tables the tables, sorted by name
 */
public record Figures(Instant taken, Instant since, boolean isSinceStart, List<TableFigures> tables) {

    /** Copies the list. */
    public Figures {
        tables = List.copyOf(tables);
    }

    /** A table's. */
    public Optional<TableFigures> find(QualifiedName table) {
        return tables.stream().filter(each -> each.table().equals(table)).findFirst();
    }

    /** How many rows of a table are written in a second; no more than that if {@link #isSinceStart}. Empty if nobody counts. */
    public Optional<Double> findWritesPerSecond(TableFigures table) {
        long seconds = Math.max(1, Duration.between(since, taken).toSeconds());
        return Optional.ofNullable(table.written()).map(written -> (double) written / seconds);
    }

    /** Whether somebody counts what is written. */
    public boolean areWritesCounted() {
        return tables.stream().anyMatch(table -> table.written() != null);
    }
}
