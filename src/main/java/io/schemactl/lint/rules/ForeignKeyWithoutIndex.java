package io.schemactl.lint.rules;

import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.Identifier;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Finds foreign keys without an index that begins with their columns. */
final class ForeignKeyWithoutIndex implements Convention {

    @Override
    public String summary() {
        return "Finds foreign keys without an index that begins with their columns.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, ForeignKey.class)
                .filter(added -> !added.object().standing().inherited())
                .filter(added -> Keys.indexes(
                                context.schemas().end(), added.object().relation())
                        .stream()
                        .noneMatch(index -> serves(index, added.object())))
                .map(added -> hit(context, added));
    }

    private static Hit hit(LintContext context, Added<ForeignKey> added) {
        ForeignKey key = added.object();
        String columns = Keys.list(key.columns());
        return new Hit(
                added.position(),
                "foreign key %s on %s".formatted(key.name(), context.shown(key.relation())),
                "no index of %s begins with %s: each DELETE in %s, and each UPDATE of its key, reads all of %s"
                        .formatted(
                                context.shown(key.relation()),
                                columns,
                                context.shown(key.referenced()),
                                context.shown(key.relation())),
                "create an index on (%s) in the same story".formatted(columns));
    }

    /** Whether an index finds the rows that refer to a key: its first keys are the columns, and it leaves out no such row. */
    private static boolean serves(Index index, ForeignKey key) {
        int count = key.columns().size();
        if (index.keys().size() < count
                || !index.state().valid()
                || index.method().equals("brin")) {
            return false;
        }
        Set<Identifier> first = new HashSet<>();
        index.keys().subList(0, count).forEach(each -> {
            if (each.column() != null) {
                first.add(each.column());
            }
        });
        return first.equals(Set.copyOf(key.columns())) && holdsAll(index, key);
    }

    private static boolean holdsAll(Index index, ForeignKey key) {
        String predicate = index.predicate();
        return predicate == null
                || key.columns().stream().anyMatch(column -> bare(predicate).equals(column.display() + " IS NOT NULL"));
    }

    private static String bare(String expression) {
        return expression.startsWith("(") && expression.endsWith(")")
                ? expression.substring(1, expression.length() - 1)
                : expression;
    }
}
