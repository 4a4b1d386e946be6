package io.schemactl.lint.rules;

import io.schemactl.catalog.Catalog;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Finds primary keys that run out of numbers: integer or smallint. */
final class NarrowKey implements Convention {

    @Override
    public String summary() {
        return "Finds primary keys that run out of numbers: integer or smallint.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.columns(context)
                .filter(column -> column.column().type().matches("integer|smallint"))
                .filter(column -> isKey(context, column))
                .map(column -> new Hit(
                        column.position(),
                        column.shown(context),
                        "%s is %s: as a primary key it ends at %s, and to make it wider writes the table and those that refer to it anew"
                                .formatted(
                                        column.shown(context),
                                        column.column().type(),
                                        column.column().type().equals("integer") ? "2,147,483,647" : "32,767"),
                        "use bigint"));
    }

    /** Whether it is the whole key, counts rows, and does not repeat another table's key. */
    private static boolean isKey(LintContext context, AddedColumn column) {
        Catalog end = context.schemas().end();
        QualifiedName table = column.table().name();
        Identifier name = column.column().name();
        boolean isWhole = Keys.primary(end, table)
                .filter(key -> key.columns().equals(List.of(name)))
                .isPresent();
        boolean isReference =
                Keys.foreign(end, table).stream().anyMatch(key -> key.columns().equals(List.of(name)));
        boolean isNumbered = column.column().identity() != null
                || column.column().defaultExpression() != null
                || name.name().equals("id")
                || name.name().endsWith("_id");
        return isWhole && !isReference && isNumbered;
    }
}
