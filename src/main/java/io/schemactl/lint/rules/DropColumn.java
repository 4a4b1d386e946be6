package io.schemactl.lint.rules;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Difference;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import io.schemactl.sql.Identifier;
import java.util.List;
import java.util.stream.Stream;

/** Finds columns that are dropped while running clients may still use them. */
final class DropColumn implements Rule {

    @Override
    public String summary() {
        return "Finds columns that are dropped while running clients may still use them.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return context.changes(Difference.Changed.class)
                .filter(found -> found.difference().from() instanceof Table table && context.isUsed(table.name()))
                .flatMap(found -> dropped(found).map(column -> {
                    Table table = (Table) found.difference().from();
                    return Hit.at(
                                    found.statement(),
                                    "column %s of %s".formatted(column, context.shown(table.name())),
                                    "drops column %s of %s".formatted(column, context.shown(table.name())))
                            .fix("release an application that does not use the column first; drop it in a later story");
                }));
    }

    private static Stream<Identifier> dropped(LintContext.Found<Difference.Changed> found) {
        List<Identifier> left = names(found.difference().to());
        return names(found.difference().from()).stream().filter(column -> !left.contains(column));
    }

    private static List<Identifier> names(io.schemactl.catalog.CatalogObject table) {
        return ((Table) table).columns().stream().map(Column::name).toList();
    }
}
