package io.schemactl.rows;

import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills tables in an order in which their foreign keys allow it. */
final class Filling {

    private static final int ATTEMPTS = 20;

    private final TableFiller filler;
    private final References references;
    private final Circles circles;
    private final LaterReferences later;

    private final List<GeneratedRows.Filled> filled = new ArrayList<>();
    private final List<GeneratedRows.Empty> empty = new ArrayList<>();
    private final List<GeneratedRows.NullReference> nullReferences = new ArrayList<>();

    Filling(TableFiller filler, References references, Circles circles, LaterReferences later) {
        this.filler = filler;
        this.references = references;
        this.circles = circles;
        this.later = later;
    }

    GeneratedRows fill(TableOrder order, Census census, int rows) throws SQLException {
        List<ForeignKey> postponed = new ArrayList<>();
        while (!order.isDone()) {
            TableOrder.Step step = order.next();
            step.postponed().forEach(references::postpone);
            postponed.addAll(step.postponed());
            if (step.needsEachOther()) {
                fillCircle(step.tables(), rows);
            } else {
                fill(step.tables().get(0), rows);
            }
        }
        for (ForeignKey key : postponed) {
            later.refer(key)
                    .ifPresent(reason ->
                            nullReferences.add(new GeneratedRows.NullReference(key.relation(), key.name(), reason)));
        }
        return new GeneratedRows(filled, empty, census.filled(), nullReferences);
    }

    private void fillCircle(List<Table> tables, int rows) throws SQLException {
        Optional<String> refused = Optional.empty();
        for (int i = 0; i < ATTEMPTS; i++) {
            circles.promise(tables, i % 2 == 1);
            refused = filler.fillTogether(tables);
            references.endPromises();
            if (refused.isEmpty()) {
                break;
            }
        }
        for (Table table : tables) {
            if (refused.isPresent()) {
                empty.add(new GeneratedRows.Empty(table.name(), refused.get()));
            } else {
                fill(table, rows);
            }
        }
    }

    private void fill(Table table, int rows) throws SQLException {
        Optional<String> shortfall = filler.fill(table, rows);
        long count = filler.count(table);
        if (count > 0) {
            filled.add(new GeneratedRows.Filled(table.name(), count, shortfall.orElse(null)));
        } else {
            empty.add(new GeneratedRows.Empty(
                    table.name(), shortfall.orElse("the server took rows, but a trigger or a rule kept none of them")));
        }
    }
}
