package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds new columns that PostgreSQL computes and stores for each row. */
final class StoredGeneratedColumn implements StatementRule {

    @Override
    public String summary() {
        return "Finds new columns that PostgreSQL computes and stores for each row.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return AddedColumns.rewriting(
                facts,
                AddedColumns::isStored,
                "stored generated column",
                "add a plain column, keep it current with a trigger, and fill old rows in batches; or compute it in a view");
    }
}
