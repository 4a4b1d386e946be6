package io.schemactl.lint.rules;

import io.schemactl.catalog.Table;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.sql.QualifiedName;
import java.util.stream.Stream;

/** Finds new partitions for which the default partition is read under a lock. */
final class DefaultPartitionScan implements StatementRule {

    @Override
    public String summary() {
        return "Finds new partitions for which the default partition is read under a lock.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.statement()
                .after()
                .all(Table.class)
                .filter(table -> "DEFAULT".equals(table.inheritance().partitionBound()) && facts.isUsed(table.name()))
                .filter(table -> facts.isScanned(table.name()) && gainsSibling(facts, table))
                .map(
                        table -> facts.hit(
                                        table.name(),
                                        "reads all rows of the default partition %s for the new partition: %s"
                                                .formatted(facts.shown(table.name()), facts.locked(table.name())))
                                .fix(
                                        "add a CHECK that excludes the new bound to the default partition as NOT VALID, validate it in a later change set, then attach"));
    }

    private static boolean gainsSibling(StatementFacts facts, Table table) {
        QualifiedName whole = table.inheritance().parents().get(0);
        return facts.statement().after().relationships().childrenOf(whole).size()
                > facts.statement().before().relationships().childrenOf(whole).size();
    }
}
