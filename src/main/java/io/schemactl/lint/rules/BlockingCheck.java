package io.schemactl.lint.rules;

import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds checks of tables in use whose rows are read while nobody can use the table. */
final class BlockingCheck implements StatementRule {

    @Override
    public String summary() {
        return "Finds checks of tables in use whose rows are read while nobody can use the table.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return Stream.concat(added(facts), ofRetyped(facts)).limit(1);
    }

    /** The checks of a column are computed once more if it gets another type, also if no row is written. */
    private static Stream<Hit> ofRetyped(StatementFacts facts) {
        return facts.tableChanges().stream()
                .filter(change -> facts.isScanned(change.name()) && !facts.isRewritten(change.name()))
                .filter(change -> facts.statement()
                        .after()
                        .partsOf(change.name(), Kind.CONSTRAINT, CheckConstraint.class)
                        .anyMatch(check -> check.standing().validated()))
                .flatMap(
                        change -> change.retyped()
                                .limit(1)
                                .map(
                                        column -> facts.hit(
                                                        facts.column(
                                                                change.name(),
                                                                column.to().name()),
                                                        "changes the type of %s.%s and reads all rows for the checks of the table: %s"
                                                                .formatted(
                                                                        facts.shown(change.name()),
                                                                        column.to()
                                                                                .name(),
                                                                        facts.locked(change.name())))
                                                .fix(
                                                        "drop the check, change the type, add the check as NOT VALID, and validate it in a later change set")));
    }

    private static Stream<Hit> added(StatementFacts facts) {
        return facts.added(CheckConstraint.class)
                .filter(check -> facts.isUsed(check)
                        && check.standing().validated()
                        && check.standing().enforced())
                .filter(check -> facts.isScanned(check.relation()) && !facts.isRewritten(check.relation()))
                .limit(1)
                .map(check -> facts.hit(
                                "check %s of %s".formatted(check.name(), facts.shown(check.relation())),
                                "adds check %s and reads all rows: %s"
                                        .formatted(check.name(), facts.locked(check.relation())))
                        .fix("add it as NOT VALID, and validate it in a later change set"));
    }
}
