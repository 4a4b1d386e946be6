package io.schemactl.lint.rules;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.diff.ColumnOrder;
import io.schemactl.diff.Differ;
import io.schemactl.diff.Difference;
import io.schemactl.diff.DifferenceText;
import io.schemactl.diff.DifferenceWords;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedRollback;
import io.schemactl.problem.Position;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds rollback blocks that do not bring back the schema as it was. */
final class InexactRollback implements Convention {

    @Override
    public String summary() {
        return "Finds rollback blocks that do not bring back the schema as it was.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        LintedRollback rollback = context.rollback();
        Position block = context.changeSet().rollback();
        if (rollback == null
                || block == null
                || rollback.failure() != null
                || EmptyRollback.isIdle(rollback.statements())) {
            return Stream.empty();
        }
        List<Difference> wrong = wrong(context, rollback);
        return DifferenceWords.of(wrong, context.server().defaultSchema()).stream()
                .map(text -> new Hit(
                        block,
                        text.title(),
                        "the rollback of %s %s".formatted(context.changeSet().label(), said(text)),
                        remedy(text)));
    }

    /** What is other than before the change set, but for what the rollbacks of later change sets have left so already. */
    private static List<Difference> wrong(LintContext context, LintedRollback rollback) {
        Set<ObjectKey> others = Differ.differences(context.schemas().after(), rollback.before()).stream()
                .map(Difference::key)
                .collect(Collectors.toSet());
        return Differ.differences(context.schemas().before(), rollback.after()).stream()
                .filter(difference -> !ColumnOrder.isAllThatDiffers(difference))
                .filter(difference -> !others.contains(difference.key()))
                .toList();
    }

    private static String said(DifferenceText text) {
        return switch (text.sign()) {
            case "+" -> "leaves %s behind".formatted(text.title());
            case "-" -> "does not bring back %s".formatted(text.title());
            case ">" -> "leaves %s under another name".formatted(text.title());
            default -> "leaves %s other than it was: %s".formatted(text.title(), details(text));
        };
    }

    private static String details(DifferenceText text) {
        return text.lines().stream().map(InexactRollback::detail).collect(Collectors.joining("; "));
    }

    private static String detail(DifferenceText.Line line) {
        if (line.isStatement() || line.longText()) {
            return line.property();
        }
        if (line.from() == null) {
            return "%s is there".formatted(line.property());
        }
        return line.to() == null
                ? "%s is gone".formatted(line.property())
                : "%s was %s, and is %s".formatted(line.property(), line.from(), line.to());
    }

    private static String remedy(DifferenceText text) {
        return text.sign().equals("+")
                ? "drop %s in the rollback block".formatted(text.title())
                : "bring %s back in the rollback block as it was".formatted(text.title());
    }
}
