package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.trace.RelationTrace;
import java.util.stream.Stream;

/** Finds changes of tables in use for which PostgreSQL builds their indexes again. */
final class RebuiltIndex implements StatementRule {

    @Override
    public String summary() {
        return "Finds changes of tables in use for which PostgreSQL builds their indexes again.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().isCommand("ALTER TABLE")) {
            return Stream.empty();
        }
        return facts.builtIndexes().stream()
                .filter(index -> !facts.isRewritten(index.table()) && wasThere(facts, index))
                .limit(1)
                .map(
                        index -> facts.hit(
                                        "index " + index.name().name(),
                                        "builds index %s again: %s"
                                                .formatted(index.name().name(), facts.locked(index.table())))
                                .fix(
                                        "add a column of the new type or collation, index it concurrently, and switch over in a later story"));
    }

    private static boolean wasThere(StatementFacts facts, RelationTrace index) {
        return facts.statement().before().relationships().indexes(index.name()).stream()
                .anyMatch(old -> old.relation().equals(index.table()));
    }
}
