package io.schemactl.verify;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Expressions;
import io.schemactl.catalog.Table;
import io.schemactl.problem.Suggestion;
import io.schemactl.sql.Identifier;
import io.schemactl.story.TablePart.ExpectedColumn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks columns. */
final class ColumnCheck {

    private final Checking checking;

    ColumnCheck(Checking checking) {
        this.checking = checking;
    }

    void column(ExpectedColumn expected) {
        Optional<Table> table = checking.findTable(expected.subject().relation());
        if (table.isEmpty()) {
            return;
        }
        Identifier name = expected.subject().name();
        Report report =
                checking.report(expected, checking.labels().column(table.get().name(), name));
        table.get()
                .findColumn(name)
                .ifPresentOrElse(
                        column -> compare(report, expected, column, table.get()),
                        () -> report.missing(similar(table.get(), name)));
    }

    private static String similar(Table table, Identifier name) {
        List<String> names =
                table.columns().stream().map(column -> column.name().name()).toList();
        return Suggestion.nearest(name.name(), names)
                .map("; the most similar name there is `%s`"::formatted)
                .orElse("");
    }

    private void compare(Report report, ExpectedColumn expected, Column actual, Table table) {
        checking.types().compare(report, "type", expected.type(), actual.type());
        if (expected.nullable() == actual.notNull()) {
            report.property("nullable", expected.nullable(), !actual.notNull());
        }
        report.expression(
                "default",
                new Expressions.AsDefault(actual.type()),
                expected.defaultExpression(),
                actual.defaultExpression());
        report.property("identity", expected.identity(), identity(actual));
        generated(report, expected, actual, table);
        collation(report, expected.collation(), actual);
        report.comment(expected.comment(), actual.attributes().comment());
    }

    private static @Nullable String identity(Column column) {
        return column.identity() == null
                ? null
                : column.identity().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void generated(Report report, ExpectedColumn expected, Column actual, Table table) {
        Column.Generated generated = actual.generated();
        report.expression(
                "generation expression",
                Expressions.in(table),
                expected.generated(),
                generated == null ? null : generated.expression());
        if (expected.generated() != null && generated != null) {
            report.property("generated column", word(!expected.virtual()), word(generated.stored()));
        }
    }

    private static String word(boolean stored) {
        return stored ? "stored" : "virtual";
    }

    private static void collation(Report report, @Nullable String expected, Column actual) {
        if (!Names.same(expected, actual.collation())) {
            report.property("collation", expected, Names.show(actual.collation()));
        }
    }
}
