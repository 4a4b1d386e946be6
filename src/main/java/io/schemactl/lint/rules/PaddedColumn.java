package io.schemactl.lint.rules;

import io.schemactl.lint.LintContext;
import java.util.Optional;

/** Finds columns of type char(n), which PostgreSQL pads with blanks. */
final class PaddedColumn implements ColumnRule {

    @Override
    public String summary() {
        return "Finds columns of type char(n), which PostgreSQL pads with blanks.";
    }

    @Override
    public Optional<Complaint> complaint(AddedColumn column, LintContext context) {
        return ColumnRule.ofType(
                column,
                "character(\\(\\d+\\))?",
                new Complaint(
                        "is %s: values are padded with blanks, which comparisons ignore and patterns do not"
                                .formatted(ColumnRule.elementType(column)),
                        "use text, with a CHECK of the length if that matters"));
    }
}
