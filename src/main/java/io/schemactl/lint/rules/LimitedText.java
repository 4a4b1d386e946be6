package io.schemactl.lint.rules;

import io.schemactl.catalog.Column;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds columns of type varchar(n). */
final class LimitedText implements Convention {

    @Override
    public String summary() {
        return "Finds columns of type varchar(n).";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    /** One for each table: a table that has such columns often has many. */
    @Override
    public Stream<Hit> check(LintContext context) {
        Map<QualifiedName, List<AddedColumn>> byTable = new LinkedHashMap<>();
        Additions.columns(context)
                .filter(column -> isLimited(column.column()) && !wasLimited(context, column))
                .forEach(column -> byTable.computeIfAbsent(column.table().name(), name -> new ArrayList<>())
                        .add(column));
        return byTable.entrySet().stream().map(entry -> hit(context.shown(entry.getKey()), entry.getValue()));
    }

    private static boolean isLimited(Column column) {
        return column.type().matches("character varying\\(\\d+\\)(\\[\\])*");
    }

    /** A longer limit is better than a short one. */
    private static boolean wasLimited(LintContext context, AddedColumn column) {
        return context.schemas().before().findTable(column.table().name()).stream()
                .flatMap(table -> table.findColumn(column.column().name()).stream())
                .anyMatch(LimitedText::isLimited);
    }

    private static Hit hit(String table, List<AddedColumn> columns) {
        List<Identifier> names =
                columns.stream().map(each -> each.column().name()).toList();
        return new Hit(
                columns.get(0).position(),
                "table " + table,
                "varchar with a limit in %s of %s: a shorter limit later checks all rows while nobody can read or write the table"
                        .formatted(Keys.list(names), table),
                "use text, with a CHECK of the length where a limit has a reason");
    }
}
