package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds unique indexes on columns whose rows nobody has kept unique so far. */
final class UniqueOnOldRows implements StatementRule {

    @Override
    public String summary() {
        return "Finds unique indexes on columns whose rows nobody has kept unique so far.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.added(Index.class)
                .filter(index -> index.uniqueness().unique() && index.constraint() == null && index.parent() == null)
                .filter(index ->
                        facts.isUsed(index.relation()) && isOld(facts, index) && !isUniqueAlready(facts, index))
                .map(index -> facts.hit(
                                "index " + index.name(),
                                "unique index %s fails if rows of %s have the same key already"
                                        .formatted(index.name(), facts.shown(index.relation())))
                        .fix("count duplicates on a copy of production, and mend them in an earlier change set"));
    }

    /** Whether another unique index has kept apart what the new one will: each of its columns is one of the new one's. */
    private static boolean isUniqueAlready(StatementFacts facts, Index index) {
        return facts.context()
                .schemas()
                .beforeStory()
                .partsOf(index.relation(), Kind.INDEX, Index.class)
                .filter(old -> old.uniqueness().unique() && old.state().valid() && old.predicate() == null)
                .filter(old -> old.uniqueness().nullsNotDistinct()
                        || !index.uniqueness().nullsNotDistinct())
                .anyMatch(old -> old.keys().stream()
                        .allMatch(key -> key.column() != null
                                && index.keys().stream()
                                        .anyMatch(other -> key.column().equals(other.column()))));
    }

    private static boolean isOld(StatementFacts facts, Index index) {
        return facts.context().schemas().beforeStory().findTable(index.relation()).stream()
                .anyMatch(table -> index.keys().stream()
                        .allMatch(key -> key.column() == null
                                || table.findColumn(key.column()).isPresent()));
    }
}
