package io.schemactl.verify;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.Expressions;
import io.schemactl.catalog.Extension;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Schema;
import io.schemactl.catalog.View;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.Expectation;
import io.schemactl.story.Expectation.ExpectedDomain;
import io.schemactl.story.Expectation.ExpectedEnum;
import io.schemactl.story.Expectation.ExpectedExtension;
import io.schemactl.story.Expectation.ExpectedSchema;
import io.schemactl.story.Expectation.ExpectedTable;
import io.schemactl.story.Expectation.ExpectedView;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks schemas, extensions, types, views and tables' own properties. */
final class ObjectCheck {

    private final Checking checking;

    ObjectCheck(Checking checking) {
        this.checking = checking;
    }

    void schema(ExpectedSchema expected) {
        Identifier name = expected.subject().name();
        Report report = checking.report(expected, "schema " + name);
        checking.catalog()
                .find(Schema.class, ObjectKey.of(Kind.SCHEMA, name))
                .ifPresentOrElse(
                        schema -> report.comment(expected.comment(), schema.comment()), () -> report.missing(""));
    }

    void extension(ExpectedExtension expected) {
        Identifier name = expected.subject().name();
        Report report = checking.report(expected, "extension " + name);
        checking.catalog()
                .find(Extension.class, ObjectKey.of(Kind.EXTENSION, name))
                .ifPresentOrElse(extension -> compare(report, expected, extension), () -> report.missing(""));
    }

    private static void compare(Report report, ExpectedExtension expected, Extension actual) {
        if (expected.schema() != null) {
            report.property("schema", expected.schema(), actual.schema());
        }
        if (expected.version() != null) {
            report.property("version", expected.version(), actual.version());
        }
        report.comment(expected.comment(), actual.comment());
    }

    void enumType(ExpectedEnum expected) {
        QualifiedName name = expected.subject().qualifiedName();
        Report report = checking.report(expected, "enum " + checking.labels().name(name));
        checking.catalog()
                .find(EnumType.class, ObjectKey.of(Kind.ENUM, name))
                .ifPresentOrElse(
                        type -> compare(report, expected, type),
                        () -> report.missing(elsewhere(expected, EnumType.class)));
    }

    private static void compare(Report report, ExpectedEnum expected, EnumType actual) {
        List<String> labels = expected.labels();
        if (labels != null && !labels.equals(actual.labels())) {
            report.property(property(labels, actual.labels()), Labels.list(labels), Labels.list(actual.labels()));
        }
        report.comment(expected.comment(), actual.comment());
    }

    /** What is wrong with labels, in front of both lists. */
    private static String property(List<String> expected, List<String> actual) {
        List<String> missing =
                expected.stream().filter(label -> !actual.contains(label)).toList();
        List<String> extra =
                actual.stream().filter(label -> !expected.contains(label)).toList();
        if (missing.isEmpty() && extra.isEmpty()) {
            return "the order of the labels";
        }
        String words = missing.isEmpty() ? "" : "without " + String.join(", ", missing);
        String more = extra.isEmpty() ? "" : "with " + String.join(", ", extra);
        return "list of labels (%s)".formatted((words + " " + more).strip());
    }

    void domain(ExpectedDomain expected) {
        QualifiedName name = expected.subject().qualifiedName();
        Report report = checking.report(expected, "domain " + checking.labels().name(name));
        checking.catalog()
                .find(Domain.class, ObjectKey.of(Kind.DOMAIN, name))
                .ifPresentOrElse(
                        domain -> compare(report, expected, domain),
                        () -> report.missing(elsewhere(expected, Domain.class)));
    }

    private void compare(Report report, ExpectedDomain expected, Domain actual) {
        if (expected.type() != null) {
            checking.types().compare(report, "type", expected.type(), actual.type());
            report.property("nullable", expected.nullable(), !actual.notNull());
            report.expression(
                    "default",
                    new Expressions.AsDefault(actual.type()),
                    expected.defaultExpression(),
                    actual.defaultExpression());
            checks(report, expected, actual);
        }
        report.comment(expected.comment(), actual.comment());
    }

    private static void checks(Report report, ExpectedDomain expected, Domain actual) {
        Map<Identifier, String> there =
                actual.checks().stream().collect(Collectors.toMap(Domain.Check::name, Domain.Check::expression));
        var context = new Expressions.InDomain(actual.type());
        expected.checks()
                .forEach(
                        (name, expression) -> report.expression("check " + name, context, expression, there.get(name)));
        there.keySet().stream()
                .filter(name -> !expected.checks().containsKey(name))
                .sorted()
                .forEach(name -> report.expression("check " + name, context, null, there.get(name)));
    }

    void view(ExpectedView expected) {
        QualifiedName name = expected.subject().qualifiedName();
        Report report = checking.report(expected, "view " + checking.labels().name(name));
        checking.catalog()
                .find(View.class, ObjectKey.of(Kind.VIEW, name))
                .ifPresentOrElse(
                        view -> compare(report, expected, view), () -> report.missing(elsewhere(expected, View.class)));
    }

    private static void compare(Report report, ExpectedView expected, View actual) {
        if (expected.materialized() != null) {
            report.property("materialized", expected.materialized(), actual.materialized());
        }
        if (expected.columns() != null) {
            List<Identifier> columns =
                    actual.columns().stream().map(column -> column.name()).toList();
            report.property("list of columns", Labels.list(expected.columns()), Labels.list(columns));
        }
        if (expected.definition() != null) {
            report.expression(
                    "definition",
                    new Expressions.AsQuery(),
                    withoutSemicolon(expected.definition()),
                    withoutSemicolon(actual.definition()));
        }
        report.comment(expected.comment(), actual.comment());
    }

    private static String withoutSemicolon(String query) {
        String text = query.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    void table(ExpectedTable expected) {
        QualifiedName name = expected.subject().qualifiedName();
        Report report = checking.report(expected, "table " + checking.labels().name(name));
        checking.findTable(name)
                .ifPresentOrElse(
                        table -> report.comment(expected.comment(), table.comment()),
                        () -> report.missing(elsewhere(expected, CatalogObject.class)));
    }

    /** Where else there is an object of the same name that people could take for this one. */
    private String elsewhere(Expectation expected, Class<? extends CatalogObject> type) {
        QualifiedName name = expected.subject().qualifiedName();
        Function<CatalogObject, String> words =
                object -> object.key().kind().word() + " " + object.key().schema() + "." + name.name();
        return checking.catalog()
                .all(type)
                .filter(object ->
                        object.key().relation() == null && object.key().schema() != null)
                .filter(object -> object.key().name().equals(name.name()))
                .map(words)
                .findFirst()
                .map("; there is %s"::formatted)
                .orElse("");
    }
}
