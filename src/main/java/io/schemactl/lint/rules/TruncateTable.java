package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Finds tables in use that are emptied by TRUNCATE. */
final class TruncateTable implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables in use that are emptied by TRUNCATE.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().isCommand("TRUNCATE") || facts.rewritten().isEmpty()) {
            return Stream.empty();
        }
        List<String> tables = facts.rewritten().stream().map(facts::shown).toList();
        QualifiedName first = facts.rewritten().get(0);
        return Stream.of(facts.hit(
                        first,
                        "deletes all rows of %s, which a rollback cannot bring back: %s"
                                .formatted(String.join(", ", tables), facts.locked(first)))
                .fix("delete the rows in batches; leave CASCADE out, and name the tables"));
    }
}
