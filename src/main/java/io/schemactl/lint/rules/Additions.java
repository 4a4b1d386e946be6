package io.schemactl.lint.rules;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Persistence;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Difference;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedStatement;
import io.schemactl.problem.Position;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what a change set adds to the schema; what a later change set drops again is left out. */
final class Additions {

    private Additions() {}

    /** New objects of a sort; indexes also if they have other keys than before. */
    static <T extends CatalogObject> Stream<Added<T>> of(LintContext context, Class<T> sort) {
        return context.differences().stream()
                .filter(Additions::isNew)
                .map(Difference::key)
                .flatMap(key -> atEnd(context, sort, key));
    }

    /** New objects of a sort, and those with a new name. */
    static <T extends CatalogObject> Stream<Added<T>> named(LintContext context, Class<T> sort) {
        return context.differences().stream()
                .filter(difference -> isNew(difference) || difference instanceof Difference.Renamed)
                .map(Difference::key)
                .flatMap(key -> atEnd(context, sort, key));
    }

    private static boolean isNew(Difference difference) {
        return difference instanceof Difference.Added
                || (difference instanceof Difference.Changed changed
                        && changed.from() instanceof Index from
                        && changed.to() instanceof Index to
                        && !from.keys().equals(to.keys()));
    }

    private static <T extends CatalogObject> Stream<Added<T>> atEnd(LintContext context, Class<T> sort, ObjectKey key) {
        return context.schemas().end().find(sort, key).stream()
                .map(object -> new Added<>(object, position(context, key)));
    }

    /** New tables that hold rows of their own, or whose partitions do; not those below another table, which follow it. */
    static Stream<Added<Table>> tables(LintContext context) {
        return of(context, Table.class)
                .filter(added -> added.object().form() != Table.Form.FOREIGN)
                .filter(added -> added.object().persistence() != Persistence.TEMPORARY)
                .filter(added -> added.object().inheritance().parents().isEmpty());
    }

    /** New columns, and columns with another type; not those that come from a table above, and not those of foreign tables. */
    static Stream<AddedColumn> columns(LintContext context) {
        return context.differences().stream()
                .filter(difference -> difference.key().kind() == Kind.TABLE)
                .filter(difference -> !(difference instanceof Difference.Removed))
                .flatMap(difference -> columns(context, difference));
    }

    private static Stream<AddedColumn> columns(LintContext context, Difference difference) {
        Optional<Table> after = context.schemas().after().find(Table.class, difference.key());
        Optional<Table> end = context.schemas().end().find(Table.class, difference.key());
        if (after.isEmpty() || end.isEmpty() || end.get().form() == Table.Form.FOREIGN) {
            return Stream.empty();
        }
        List<Column> before = before(difference);
        return end.get().columns().stream()
                .filter(column -> !column.inherited())
                .filter(column -> hasSameType(after.get(), column))
                .filter(column -> before.stream().noneMatch(old -> isSame(old, column)))
                .filter(column -> !isRenamed(before, after.get(), column))
                .map(column -> new AddedColumn(
                        end.get(), column, position(context, end.get().name(), column)));
    }

    private static List<Column> before(Difference difference) {
        if (difference instanceof Difference.Changed changed && changed.from() instanceof Table table) {
            return table.columns();
        }
        return difference instanceof Difference.Renamed renamed && renamed.from() instanceof Table table
                ? table.columns()
                : List.of();
    }

    private static boolean isSame(Column one, Column other) {
        return one.name().equals(other.name()) && one.type().equals(other.type());
    }

    private static boolean hasSameType(Table table, Column column) {
        return table.columns().stream().anyMatch(each -> isSame(each, column));
    }

    /** Whether a column stands where one of its type stood that is gone. */
    private static boolean isRenamed(List<Column> before, Table after, Column column) {
        int place = after.columns().stream().map(Column::name).toList().indexOf(column.name());
        return place < before.size()
                && before.get(place).type().equals(column.type())
                && after.findColumn(before.get(place).name()).isEmpty();
    }

    /** Where a change set makes an object. */
    static Position position(LintContext context, ObjectKey key) {
        return position(
                context,
                statement -> !statement.before().objects().containsKey(key)
                        && statement.after().objects().containsKey(key));
    }

    private static Position position(LintContext context, QualifiedName table, Column column) {
        return position(
                context, statement -> !has(statement.before(), table, column) && has(statement.after(), table, column));
    }

    private static boolean has(Catalog catalog, QualifiedName table, Column column) {
        return catalog.findTable(table)
                .filter(found -> hasSameType(found, column))
                .isPresent();
    }

    /** Where the last statement stands of which something is true; where the change set stands, if none is. */
    static Position position(LintContext context, Predicate<LintedStatement> test) {
        return context.statements().stream()
                .filter(test)
                .reduce((first, second) -> second)
                .map(LintedStatement::position)
                .orElse(context.changeSet().position());
    }
}
