package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.LintContext;
import java.util.Optional;

/** Finds columns of type varchar(n). */
final class LimitedText implements ColumnRule {

    @Override
    public String summary() {
        return "Finds columns of type varchar(n).";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Optional<Complaint> complaint(AddedColumn column, LintContext context) {
        return ColumnRule.ofType(
                column,
                "character varying\\(\\d+\\)",
                new Complaint(
                        "is %s: a shorter limit later checks all rows while nobody can read or write the table"
                                .formatted(ColumnRule.elementType(column)),
                        "use text, with a CHECK of the length where a limit has a reason"));
    }
}
