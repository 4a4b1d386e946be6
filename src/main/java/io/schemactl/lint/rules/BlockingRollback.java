package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import io.schemactl.lint.StatementFacts;
import io.schemactl.sql.QualifiedName;
import java.util.stream.Stream;

/** Finds rollbacks that go through all rows of a table in use while nobody can use it. */
final class BlockingRollback implements Rule {

    @Override
    public String summary() {
        return "Finds rollbacks that go through all rows of a table in use while nobody can use it.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return RolledBack.statements(context).flatMap(facts -> work(facts).limit(1));
    }

    private static Stream<Hit> work(StatementFacts facts) {
        Stream<Hit> rewritten = facts.rewritten().stream()
                .filter(table -> !facts.statement().isCommand("TRUNCATE"))
                .flatMap(table -> hit(facts, table, "writes all rows anew"));
        Stream<Hit> indexes = facts.builtIndexes().stream()
                .flatMap(index ->
                        hit(facts, index.table(), "builds index " + index.name().name()));
        Stream<Hit> scanned = facts.scanned().stream().flatMap(table -> hit(facts, table, "reads all rows"));
        return Stream.of(rewritten, indexes, scanned).flatMap(each -> each);
    }

    private static Stream<Hit> hit(StatementFacts facts, QualifiedName table, String what) {
        return facts.context().isUsed(table) && facts.isBlocked(table)
                ? Stream.of(facts.hit(table, "the rollback %s: %s".formatted(what, facts.locked(table)))
                        .fix("write the rollback in the safe form too, or plan for the time that it takes"))
                : Stream.empty();
    }
}
