package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds new columns whose default PostgreSQL computes and writes for each row. */
final class RewritingDefault implements StatementRule {

    @Override
    public String summary() {
        return "Finds new columns whose default PostgreSQL computes and writes for each row.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return AddedColumns.rewriting(
                facts,
                AddedColumns::isFilled,
                "column",
                "add the column without a default, set the default afterwards, and fill old rows in batches");
    }
}
