package io.schemactl.forecast;

import io.schemactl.live.Figures;
import io.schemactl.live.TableFigures;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what the statements of a change set do to each table, and how long each is blocked: a lock is held until the transaction ends. */
public final class TableEffects {

    private final @Nullable Figures figures;
    private final Identifier defaultSchema;

    /**
     * Adds up for a database.
     *
     * @param figures how large its tables are; null if that is not known
     * @param defaultSchema where unqualified names live
     */
    public TableEffects(@Nullable Figures figures, Identifier defaultSchema) {
        this.figures = figures;
        this.defaultSchema = defaultSchema;
    }

    /** The tables, sorted by name. */
    public List<TableEffect> of(List<StatementUse> statements) {
        Map<QualifiedName, TableUse> uses = new TreeMap<>();
        statements.forEach(statement -> statement.tables().forEach(use -> uses.merge(use.table(), use, TableUse::and)));
        return uses.values().stream().map(use -> effect(use, statements)).toList();
    }

    private TableEffect effect(TableUse use, List<StatementUse> statements) {
        TableFigures found = find(use.table()).orElse(null);
        return new TableEffect(
                use,
                shown(use.table()),
                found,
                figures == null || found == null
                        ? null
                        : figures.findWritesPerSecond(found).orElse(null),
                works(use.table(), statements).orElse(null),
                blocks(use.table(), statements).orElse(null));
    }

    private Optional<TableFigures> find(QualifiedName table) {
        return figures == null ? Optional.empty() : figures.find(table);
    }

    private String shown(QualifiedName table) {
        return table.schema().equals(defaultSchema) ? table.name().display() : table.display();
    }

    private Optional<Duration> works(QualifiedName table, List<StatementUse> statements) {
        Optional<Duration> sum = Optional.of(Duration.ZERO);
        for (StatementUse statement : statements) {
            for (TableUse use : statement.tables()) {
                sum = use.table().equals(table) ? plus(sum, time(use)) : sum;
            }
        }
        return sum;
    }

    private Optional<Duration> blocks(QualifiedName table, List<StatementUse> statements) {
        Optional<Duration> sum = Optional.of(Duration.ZERO);
        boolean isHeld = false;
        for (StatementUse statement : statements) {
            boolean isTaken =
                    statement.tables().stream().anyMatch(use -> use.table().equals(table) && use.blocks());
            if (isTaken || isHeld) {
                sum = plus(sum, time(statement));
            }
            isHeld = statement.inTransaction() && (isHeld || isTaken);
        }
        return sum;
    }

    private Optional<Duration> time(StatementUse statement) {
        return statement.tables().stream().map(this::time).reduce(Optional.of(Duration.ZERO), TableEffects::plus);
    }

    private Optional<Duration> time(TableUse use) {
        return Pace.of(use, find(use.table()).orElse(null));
    }

    private static Optional<Duration> plus(Optional<Duration> one, Optional<Duration> other) {
        return one.flatMap(first -> other.map(first::plus));
    }
}
