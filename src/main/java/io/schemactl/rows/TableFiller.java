package io.schemactl.rows;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.Trigger;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inserts rows into a table until it has as many as are wanted. */
final class TableFiller {

    /** How often parts of a row are drawn again before another mode is tried. */
    private static final int ATTEMPTS = 12;

    private static final int MOST_PARTITIONS = 8;

    private final Catalog catalog;
    private final Shapes shapes;
    private final Partitions partitions;
    private final Drafts drafts;
    private final Rows rows;

    /**
     * What inserting needs besides drafts.
     *
     * @param attempts tries statements
     * @param references what foreign keys can refer to
     * @param deadline when to stop
     */
    record Rows(Attempts attempts, References references, Deadline deadline) {}

    TableFiller(Catalog catalog, Shapes shapes, Partitions partitions, Drafts drafts, Rows rows) {
        this.catalog = catalog;
        this.shapes = shapes;
        this.partitions = partitions;
        this.drafts = drafts;
        this.rows = rows;
    }

    /**
     * Inserts rows.
     *
     * @return why there are fewer than were wanted; empty if there are not
     */
    Optional<String> fill(Table table, int wanted) throws SQLException {
        List<TableShape> targets = shapes(table);
        if (targets.isEmpty()) {
            return Optional.of("it has no partitions that hold rows");
        }
        var rivals = new Rivals(catalog, table, targets.get(0).generated());
        String shortfall = null;
        int count = Math.max(wanted, targets.size());
        for (int i = 0; i < count && !rows.deadline().isOver(); i++) {
            Optional<String> refused = insert(targets.get(i % targets.size()), Mode.of(i), rivals);
            if (refused.isPresent()) {
                shortfall = refused.get();
            }
            rows.references().refresh(holders(table));
            rows.references().refresh(List.of(table.name()));
        }
        return rows.deadline().isOver() ? Optional.of("the time was over") : Optional.ofNullable(shortfall);
    }

    /** The shape of a table's rows, for each of its first partitions. */
    List<TableShape> shapes(Table table) {
        if (table.form() != Table.Form.PARTITIONED) {
            return List.of(shapes.of(table, null, null));
        }
        return partitions.of(table.name()).stream()
                .limit(MOST_PARTITIONS)
                .map(partition -> shapes.of(table, partition.name(), partition.bound()))
                .toList();
    }

    private Optional<String> insert(TableShape shape, Mode first, Rivals rivals) throws SQLException {
        Hints more = Hints.NONE;
        Mode mode = first;
        @Nullable String reason = null;
        for (int round = 0; round < Mode.values().length; round++) {
            Draft draft = drafts.draft(shape, mode, Map.of(), more);
            for (int attempt = 0; attempt < ATTEMPTS && !rows.deadline().isOver(); attempt++) {
                Optional<String> obstacle = draft.findObstacle();
                if (obstacle.isPresent()) {
                    reason = obstacle.get();
                    break;
                }
                Optional<Refusal> refusal = rows.attempts().execute(draft.insert());
                if (refusal.isEmpty()) {
                    return Optional.empty();
                }
                reason = refusal.get().words();
                var atFault = rivals.atFault(refusal.get());
                if (atFault.isEmpty() && more.equals(Hints.NONE)) {
                    more = triggerHints(shape.table());
                    draft = drafts.draft(shape, mode, Map.of(), more);
                } else {
                    draft.drawAgain(atFault);
                }
            }
            mode = mode.next();
        }
        return Optional.of(reason == null ? "the time was over" : reason);
    }

    /** The constants in the functions that a table's triggers call: what they compare a row with. */
    private Hints triggerHints(QualifiedName table) {
        Set<QualifiedName> functions = catalog.partsOf(table, Kind.TRIGGER, Trigger.class)
                .map(Trigger::function)
                .collect(Collectors.toSet());
        var bodies = new ArrayList<String>();
        if (!functions.isEmpty()) {
            catalog.all(Routine.class)
                    .filter(routine -> functions.contains(routine.name()) && routine.body() != null)
                    .forEach(routine -> bodies.add(String.valueOf(routine.body())));
        }
        return Hints.of(bodies);
    }

    /** How many rows a table has, those of its partitions included, those of its children not. */
    long count(Table table) throws SQLException {
        String counts = holders(table).stream()
                .map(holder -> "(SELECT pg_catalog.count(*) FROM ONLY %s)".formatted(holder.quoted()))
                .collect(Collectors.joining(" + "));
        return counts.isEmpty()
                ? 0
                : rows.attempts()
                        .query("SELECT " + counts, row -> row.getLong(1))
                        .map(found -> found.get(0))
                        .orElse(0L);
    }

    /** The tables that hold the rows: the table itself, or its partitions. */
    List<QualifiedName> holders(Table table) {
        return table.form() != Table.Form.PARTITIONED
                ? List.of(table.name())
                : partitions.of(table.name()).stream()
                        .map(Partitions.Partition::name)
                        .toList();
    }

    /**
     * Inserts one row into each of several tables with one statement, which foreign keys between them do not see the middle of.
     *
     * @return why that is not possible; empty if it was done
     */
    Optional<String> fillTogether(List<Table> tables) throws SQLException {
        var statements = new ArrayList<String>();
        for (Table table : tables) {
            List<TableShape> targets = shapes(table);
            if (targets.isEmpty()) {
                return Optional.of("%s has no partitions that hold rows".formatted(table.name()));
            }
            Draft draft =
                    drafts.draft(targets.get(0), Mode.FILLED, rows.references().promised(table.name()), Hints.NONE);
            Optional<String> obstacle = draft.findObstacle();
            if (obstacle.isPresent()) {
                return obstacle;
            }
            statements.add(draft.insert());
        }
        var sql = new StringBuilder();
        for (int i = 0; i < statements.size() - 1; i++) {
            sql.append("%s part_%d AS (%s) ".formatted(i == 0 ? "WITH" : ",", i, statements.get(i)));
        }
        sql.append(statements.get(statements.size() - 1));
        return rows.attempts().execute(sql.toString()).map(Refusal::words);
    }
}
