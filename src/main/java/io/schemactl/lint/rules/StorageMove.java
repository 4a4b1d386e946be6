package io.schemactl.lint.rules;

import io.schemactl.catalog.Table;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds tables in use that move to another tablespace or access method. */
final class StorageMove implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables in use that move to another tablespace or access method.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.tableChanges().stream()
                .filter(change -> facts.isRewritten(change.name()))
                .flatMap(change -> {
                    Table.Storage from = change.from().storage();
                    Table.Storage to = change.to().storage();
                    boolean moves = !Objects.equals(from.tablespace(), to.tablespace());
                    return moves || !Objects.equals(from.accessMethod(), to.accessMethod())
                            ? Stream.of(facts.hit(
                                            change.name(),
                                            "copies %s into another %s: %s"
                                                    .formatted(
                                                            facts.shown(change.name()),
                                                            moves ? "tablespace" : "access method",
                                                            facts.locked(change.name())))
                                    .fix("do it at a quiet time, one table a change set"))
                            : Stream.empty();
                });
    }
}
