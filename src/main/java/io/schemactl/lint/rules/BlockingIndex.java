package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.trace.RelationTrace;
import java.util.Comparator;
import java.util.stream.Stream;

/** Finds indexes that are built on a table in use while nobody can write it. */
final class BlockingIndex implements StatementRule {

    /** The index of a partitioned table stands for those of its partitions. */
    private static final Comparator<RelationTrace> WHOLE_FIRST =
            Comparator.comparing(index -> index.kind() != RelationTrace.Kind.PARTITIONED_INDEX);

    @Override
    public String summary() {
        return "Finds indexes that are built on a table in use while nobody can write it.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().isCommand("CREATE")) {
            return Stream.empty();
        }
        return facts.builtIndexes().stream()
                .filter(index -> facts.isBlocked(index.table()))
                .sorted(WHOLE_FIRST)
                .limit(1)
                .map(index -> facts.hit(
                                "index " + index.name().name(),
                                "builds index %s: %s".formatted(index.name().name(), facts.locked(index.table())))
                        .fix("CREATE INDEX CONCURRENTLY, in a change set of its own with `runInTransaction: false`"));
    }
}
