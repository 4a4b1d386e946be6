package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
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
                .filter(index -> facts.isUsed(index.relation()) && isOld(facts, index))
                .map(index -> facts.hit(
                                "index " + index.name(),
                                "unique index %s fails if rows of %s have the same key already"
                                        .formatted(index.name(), facts.shown(index.relation())))
                        .fix("count duplicates on a copy of production, and mend them in an earlier change set"));
    }

    private static boolean isOld(StatementFacts facts, Index index) {
        return facts.context().schemas().beforeStory().findTable(index.relation()).stream()
                .anyMatch(table -> index.keys().stream()
                        .allMatch(key -> key.column() == null
                                || table.findColumn(key.column()).isPresent()));
    }
}
