package io.schemactl.lint.rules;

import io.schemactl.catalog.Policy;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.lint.TableChange;
import io.schemactl.sql.QualifiedName;
import java.util.stream.Stream;

/** Finds policies and row security of tables in use that change. */
final class RowSecurityChange implements StatementRule {

    @Override
    public String summary() {
        return "Finds policies and row security of tables in use that change.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        Stream<QualifiedName> policies = Stream.of(
                        facts.added(Policy.class),
                        facts.removed(Policy.class),
                        facts.changed(Policy.class).map(StatementFacts.Pair::to))
                .flatMap(each -> each)
                .map(Policy::relation)
                .filter(table -> facts.isUsed(table)
                        && facts.statement().after().findTable(table).isPresent());
        Stream<QualifiedName> tables = facts.tableChanges().stream()
                .filter(change ->
                        !change.from().rowSecurity().equals(change.to().rowSecurity()))
                .map(TableChange::name);
        return Stream.concat(policies, tables)
                .limit(1)
                .map(
                        table -> facts.hit(
                                        table,
                                        "changes which rows of %s roles see and write: %s"
                                                .formatted(facts.shown(table), facts.locked(table)))
                                .fix(
                                        "read as each role what it sees, before and after, in tests.yaml; keep the change set short"));
    }
}
