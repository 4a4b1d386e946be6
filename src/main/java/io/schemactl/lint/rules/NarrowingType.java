package io.schemactl.lint.rules;

import io.schemactl.diff.TypeChange;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.lint.TableChange.ColumnChange;
import java.util.stream.Stream;

/** Finds columns whose new type does not hold all values of the old one. */
final class NarrowingType implements StatementRule {

    @Override
    public String summary() {
        return "Finds columns whose new type does not hold all values of the old one.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.tableChanges().stream()
                .flatMap(
                        change -> change.retyped()
                                .filter(NarrowingType::isNarrower)
                                .map(
                                        column -> facts.hit(
                                                        facts.column(
                                                                change.name(),
                                                                column.to().name()),
                                                        "changes %s.%s from %s to %s: %s"
                                                                .formatted(
                                                                        facts.shown(change.name()),
                                                                        column.to()
                                                                                .name(),
                                                                        column.from()
                                                                                .type(),
                                                                        column.to()
                                                                                .type(),
                                                                        type(column)
                                                                                        .mayFail()
                                                                                ? "fails if a row holds more than that"
                                                                                : "values lose what the new type does not hold"))
                                                .fix(
                                                        "see first that all rows fit: add a CHECK as NOT VALID, mend the rows, validate it")));
    }

    private static TypeChange type(ColumnChange column) {
        return new TypeChange(column.from().type(), column.to().type());
    }

    static boolean isNarrower(ColumnChange column) {
        boolean areTimes = column.from().type().startsWith("timestamp")
                && column.to().type().startsWith("timestamp");
        return type(column).isLossy() || (type(column).mayFail() && !areTimes);
    }
}
