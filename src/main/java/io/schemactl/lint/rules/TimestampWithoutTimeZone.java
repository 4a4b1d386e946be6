package io.schemactl.lint.rules;

import io.schemactl.lint.LintContext;
import java.util.Optional;

/** Finds columns of type timestamp without time zone. */
final class TimestampWithoutTimeZone implements ColumnRule {

    @Override
    public String summary() {
        return "Finds columns of type timestamp without time zone.";
    }

    @Override
    public Optional<Complaint> complaint(AddedColumn column, LintContext context) {
        return ColumnRule.ofType(
                column,
                "timestamp(\\(\\d\\))? without time zone",
                new Complaint(
                        "is timestamp without time zone: which moment a value means depends on who reads it",
                        "use timestamptz"));
    }
}
