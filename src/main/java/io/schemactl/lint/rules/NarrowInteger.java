package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.LintContext;
import java.util.Optional;

/** Finds columns of type integer or smallint. */
final class NarrowInteger implements ColumnRule {

    @Override
    public String summary() {
        return "Finds columns of type integer or smallint.";
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
    public Optional<Complaint> complaint(AddedColumn column, LintContext context) {
        return ColumnRule.ofType(
                column,
                "integer|smallint",
                new Complaint(
                        "is %s: to make it wider later writes the whole table anew"
                                .formatted(ColumnRule.elementType(column)),
                        "use bigint"));
    }
}
