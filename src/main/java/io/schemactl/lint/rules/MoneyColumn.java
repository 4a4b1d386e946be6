package io.schemactl.lint.rules;

import io.schemactl.lint.LintContext;
import java.util.Optional;

/** Finds columns of type money. */
final class MoneyColumn implements ColumnRule {

    @Override
    public String summary() {
        return "Finds columns of type money.";
    }

    @Override
    public Optional<Complaint> complaint(AddedColumn column, LintContext context) {
        return ColumnRule.ofType(
                column,
                "money",
                new Complaint(
                        "is money: its currency and its digits depend on lc_monetary of the session that reads it",
                        "use numeric, with the currency in a column of its own"));
    }
}
