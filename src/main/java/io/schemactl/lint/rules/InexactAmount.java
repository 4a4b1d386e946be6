package io.schemactl.lint.rules;

import io.schemactl.lint.LintContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds amounts of money in binary floating point. */
final class InexactAmount implements ColumnRule {

    private static final Pattern NAME = Pattern.compile(
            "(^|_)(price|amount|total|subtotal|cost|fee|balance|salary|wage|tax|vat|discount|budget|revenue|refund)(s|_.*)?$");

    @Override
    public String summary() {
        return "Finds amounts of money in binary floating point.";
    }

    @Override
    public Optional<Complaint> complaint(AddedColumn column, LintContext context) {
        String name = column.column().name().name().toLowerCase(Locale.ROOT);
        return NAME.matcher(name).find()
                ? ColumnRule.ofType(
                        column,
                        "real|double precision",
                        new Complaint(
                                "is %s: 0.1 + 0.2 is not 0.3 there, and sums depend on their order"
                                        .formatted(ColumnRule.elementType(column)),
                                "use numeric, or whole cents in bigint"))
                : Optional.empty();
    }
}
