package io.schemactl.lint.rules;

import io.schemactl.catalog.Table;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Finds tables in use that are dropped. */
final class DropTable implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables in use that are dropped.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (facts.statement().isCommand("DROP SCHEMA")) {
            return Stream.empty();
        }
        List<QualifiedName> gone = facts.removed(Table.class)
                .map(Table::name)
                .filter(facts::isUsed)
                .toList();
        return facts.removed(Table.class)
                .filter(table -> gone.contains(table.name()))
                .filter(table -> table.inheritance().parents().stream().noneMatch(gone::contains))
                .map(
                        table -> facts.hit(
                                        table.name(),
                                        "drops table %s with all its rows, which a rollback cannot bring back"
                                                .formatted(facts.shown(table.name())))
                                .fix(
                                        "release an application that does not use it, rename it or revoke its privileges for a while, then drop it"));
    }
}
