package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds indexes of tables in use that are dropped without another that begins with their columns. */
final class DropIndex implements StatementRule {

    @Override
    public String summary() {
        return "Finds indexes of tables in use that are dropped without another that begins with their columns.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.removed(Index.class)
                .filter(index -> index.constraint() == null && facts.isUsed(index.relation()))
                .filter(index -> facts.statement().isCommand("DROP INDEX") && !isReplaced(facts, index))
                .map(index -> facts.hit(
                                "index " + index.name(),
                                "drops index %s: queries that use it read all of %s from now on"
                                        .formatted(index.name(), facts.shown(index.relation())))
                        .fix("see in pg_stat_user_indexes of production that nobody uses it"));
    }

    private static boolean isReplaced(StatementFacts facts, Index index) {
        return facts.context()
                .schemas()
                .after()
                .partsOf(index.relation(), Kind.INDEX, Index.class)
                .anyMatch(other -> other.state().valid()
                        && other.method().equals(index.method())
                        && other.keys().size() >= index.keys().size()
                        && other.keys().subList(0, index.keys().size()).equals(index.keys())
                        && Objects.equals(other.predicate(), index.predicate()));
    }
}
