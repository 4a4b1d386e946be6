package io.schemactl.lint.rules;

import io.schemactl.catalog.Table;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.trace.LockMode;
import java.util.stream.Stream;

/** Finds partitions that are detached while nobody can use the whole table. */
final class BlockingDetach implements StatementRule {

    @Override
    public String summary() {
        return "Finds partitions that are detached while nobody can use the whole table.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.changed(Table.class)
                .filter(pair -> pair.from().inheritance().partitionBound() != null
                        && pair.to().inheritance().partitionBound() == null)
                .flatMap(
                        pair -> pair.from().inheritance().parents().stream()
                                .filter(parent -> facts.isUsed(parent)
                                        && facts.lock(parent)
                                                .filter(LockMode::blocksReads)
                                                .isPresent())
                                .map(
                                        parent -> facts.hit(
                                                        pair.to().name(),
                                                        "detaches partition %s: %s"
                                                                .formatted(
                                                                        facts.shown(pair.to()
                                                                                .name()),
                                                                        facts.locked(parent)))
                                                .fix(
                                                        "DETACH PARTITION … CONCURRENTLY, in a change set of its own with `runInTransaction: false`")));
    }
}
