package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds unique indexes and constraints of tables in use that are dropped without another in their place. */
final class DropUniqueness implements StatementRule {

    @Override
    public String summary() {
        return "Finds unique indexes and constraints of tables in use that are dropped without another in their place.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.removed(Index.class)
                .filter(index -> index.uniqueness().unique() && facts.isUsed(index.relation()))
                .filter(index -> !isPrimary(facts, index) && hasColumns(facts, index) && !isReplaced(facts, index))
                .limit(1)
                .map(index -> facts.hit(
                                "index " + index.name(),
                                "%s is not unique any more without %s: duplicates may come, and ON CONFLICT that relies on it fails"
                                        .formatted(facts.shown(index.relation()), index.name()))
                        .fix("build the index that replaces it first, concurrently"));
    }

    private static boolean isPrimary(StatementFacts facts, Index index) {
        return facts.removed(KeyConstraint.class)
                .anyMatch(key -> key.primary()
                        && key.relation().equals(index.relation())
                        && key.name().equals(index.name()));
    }

    /** Whether all that was unique is still there; otherwise the dropped column or table is the news. */
    private static boolean hasColumns(StatementFacts facts, Index index) {
        return facts.statement().after().findTable(index.relation()).stream()
                .anyMatch(table -> index.keys().stream()
                        .allMatch(key -> key.column() == null
                                || table.findColumn(key.column()).isPresent()));
    }

    private static boolean isReplaced(StatementFacts facts, Index index) {
        return facts.context()
                .schemas()
                .after()
                .partsOf(index.relation(), Kind.INDEX, Index.class)
                .anyMatch(other -> other.uniqueness().unique()
                        && other.state().valid()
                        && other.keys().equals(index.keys())
                        && Objects.equals(other.predicate(), index.predicate()));
    }
}
