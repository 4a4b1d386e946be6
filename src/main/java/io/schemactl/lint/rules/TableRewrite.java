package io.schemactl.lint.rules;

import io.schemactl.catalog.Table;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.lint.TableChange;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds tables in use that are written anew for a reason that no other rule is about. */
final class TableRewrite implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables in use that are written anew for a reason that no other rule is about.";
    }

    @Override
    public boolean yields() {
        return true;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (COMMANDS.stream().anyMatch(facts.statement()::isCommand)) {
            return Stream.empty();
        }
        Set<QualifiedName> explained = facts.tableChanges().stream()
                .filter(TableRewrite::isOfAnotherRule)
                .flatMap(change -> facts.family(change.name()).stream())
                .collect(Collectors.toSet());
        return facts.rewritten().stream()
                .filter(table -> !explained.contains(table))
                .limit(1)
                .map(table -> facts.hit(
                                table,
                                "writes all rows of %s anew: %s".formatted(facts.shown(table), facts.locked(table)))
                        .fix("find a form that writes no rows, or do it at a quiet time"));
    }

    private static final List<String> COMMANDS = List.of("VACUUM", "CLUSTER", "TRUNCATE", "REFRESH");

    private static boolean isOfAnotherRule(TableChange change) {
        Table.Storage from = change.from().storage();
        Table.Storage to = change.to().storage();
        return change.retyped().findAny().isPresent()
                || change.added().stream()
                        .anyMatch(column -> AddedColumns.isFilled(column)
                                || AddedColumns.isCounted(column)
                                || AddedColumns.isStored(column))
                || change.from().persistence() != change.to().persistence()
                || !Objects.equals(from.tablespace(), to.tablespace())
                || !Objects.equals(from.accessMethod(), to.accessMethod());
    }
}
