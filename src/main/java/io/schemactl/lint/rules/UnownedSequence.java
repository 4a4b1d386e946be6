package io.schemactl.lint.rules;

import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds sequences that number a column and do not belong to it. */
final class UnownedSequence implements Convention {

    @Override
    public String summary() {
        return "Finds sequences that number a column and do not belong to it.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, Sequence.class)
                .filter(added -> added.object().owner() == null)
                .flatMap(added -> user(context, added.object()).stream()
                        .map(column -> new Hit(
                                added.position(),
                                "sequence " + context.shown(added.object().name()),
                                "sequence %s numbers %s and does not belong to it: it stays when the column goes"
                                        .formatted(context.shown(added.object().name()), column),
                                "ALTER SEQUENCE %s OWNED BY %s"
                                        .formatted(context.shown(added.object().name()), column))));
    }

    private static Optional<String> user(LintContext context, Sequence sequence) {
        String name = sequence.name().display();
        return context.schemas()
                .end()
                .all(Table.class)
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.defaultExpression() != null
                                && column.defaultExpression().contains("nextval('" + name + "'"))
                        .map(column -> "%s.%s".formatted(context.shown(table.name()), column.name())))
                .findFirst();
    }
}
