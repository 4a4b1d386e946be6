package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds new columns that number all rows of a table in use. */
final class AutoIncrementingColumn implements StatementRule {

    @Override
    public String summary() {
        return "Finds new columns that number all rows of a table in use.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return AddedColumns.rewriting(
                facts,
                AddedColumns::isCounted,
                "the counting column",
                "add a plain column, let its default be nextval() of a new sequence, and number old rows in batches");
    }
}
