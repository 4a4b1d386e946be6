package io.schemactl.lint.rules;

import io.schemactl.lint.LintContext;
import java.util.Optional;

/** Finds columns of type json. */
final class JsonColumn implements ColumnRule {

    @Override
    public String summary() {
        return "Finds columns of type json.";
    }

    @Override
    public Optional<Complaint> complaint(AddedColumn column, LintContext context) {
        return ColumnRule.ofType(
                column,
                "json",
                new Complaint(
                        "is json: it has no equality, so that DISTINCT, GROUP BY and UNION fail, and no GIN index",
                        "use jsonb"));
    }
}
