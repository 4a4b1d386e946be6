package io.schemactl.lint.rules;

import io.schemactl.catalog.Table;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import io.schemactl.lint.StatementFacts;
import io.schemactl.sql.QualifiedName;
import java.util.stream.Stream;

/** Finds rollbacks that destroy what was there before the story. */
final class RollbackLoss implements Rule {

    @Override
    public String summary() {
        return "Finds rollbacks that destroy what was there before the story.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return RolledBack.statements(context)
                .flatMap(facts -> Stream.of(tables(facts), columns(facts), narrowed(facts))
                        .flatMap(each -> each)
                        .limit(1));
    }

    private static Stream<Hit> tables(StatementFacts facts) {
        Stream<QualifiedName> dropped = facts.removed(Table.class).map(Table::name);
        Stream<QualifiedName> emptied =
                facts.statement().isCommand("TRUNCATE") ? facts.rewritten().stream() : Stream.empty();
        return Stream.concat(dropped, emptied)
                .filter(facts.context()::isUsed)
                .map(table -> facts.hit(
                                table,
                                "the rollback destroys all rows of %s, which was there before the story"
                                        .formatted(facts.shown(table)))
                        .fix("take back only what the story did"));
    }

    private static Stream<Hit> columns(StatementFacts facts) {
        return RolledBack.changes(facts)
                .flatMap(change -> change.dropped().stream()
                        .filter(column -> facts.context().schemas().beforeStory().findTable(change.name()).stream()
                                .anyMatch(
                                        table -> table.findColumn(column.name()).isPresent()))
                        .map(column -> facts.hit(
                                        facts.column(change.name(), column.name()),
                                        "the rollback drops column %s of %s, which was there before the story"
                                                .formatted(column.name(), facts.shown(change.name())))
                                .fix("take back only what the story did")));
    }

    private static Stream<Hit> narrowed(StatementFacts facts) {
        return RolledBack.changes(facts)
                .flatMap(change -> change.retyped()
                        .filter(NarrowingType::isNarrower)
                        .map(column -> facts.hit(
                                        facts.column(change.name(), column.to().name()),
                                        "the rollback makes %s.%s %s again: values that were written since may not fit"
                                                .formatted(
                                                        facts.shown(change.name()),
                                                        column.to().name(),
                                                        column.to().type()))
                                .fix("say in the rollback what becomes of such values, or roll forward instead")));
    }
}
