package io.schemactl.lint.rules;

import io.schemactl.lint.LintContext;
import java.util.Optional;

/** Finds columns of type time with time zone. */
final class TimeWithTimeZone implements ColumnRule {

    @Override
    public String summary() {
        return "Finds columns of type time with time zone.";
    }

    @Override
    public Optional<Complaint> complaint(AddedColumn column, LintContext context) {
        return ColumnRule.ofType(
                column,
                "time(\\(\\d\\))? with time zone",
                new Complaint(
                        "is time with time zone: without a date, an offset says nothing about daylight saving time",
                        "use timestamptz, or time beside the name of the zone"));
    }
}
