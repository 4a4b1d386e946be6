package io.schemactl.story;

import io.schemactl.problem.Position;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.Expectation.ExpectedTable;
import io.schemactl.story.TablePart.ExpectedColumn;
import io.schemactl.story.TablePart.ExpectedTrigger;
import io.schemactl.story.TablePart.FunctionCall;
import io.schemactl.yaml.YamlNode.Entry;
import io.schemactl.yaml.YamlNode.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an entry of {@code tables}. */
final class TableSection {

    private static final List<String> TIMING = List.of("before", "after", "instead of");
    private static final List<String> EVENTS = List.of("insert", "update", "delete", "truncate");
    private static final List<String> LEVEL = List.of("row", "statement");
    private static final List<String> ENABLED = List.of("true", "false", "replica", "always");
    private static final List<String> IDENTITY = List.of("always", "by default");

    /** The beginning of a string constant in which a backslash is not itself. */
    private static final Pattern ESCAPING = Pattern.compile("(?:[eE]|[uU]&)'");

    private final Reading reading;

    TableSection(Reading reading) {
        this.reading = reading;
    }

    void read(Entry entry) {
        Position position = entry.key().position();
        Optional<QualifiedName> name = reading.names().qualified(entry.key().text(), position);
        boolean bare = entry.value() instanceof Scalar scalar && scalar.isNull();
        Optional<Fields> fields = bare ? Optional.empty() : reading.fields(entry.value(), Shape.TABLE);
        name.ifPresent(table -> {
            reading.expectations()
                    .add(new ExpectedTable(
                            Subject.of(SubjectKind.TABLE, table),
                            reading.origin(position),
                            fields.map(Fields::comment).orElse(null)));
            fields.ifPresent(each -> parts(table, each));
        });
    }

    private void parts(QualifiedName table, Fields fields) {
        var constraints = new ConstraintSections(reading, table);
        fields.find("primary-key").ifPresent(constraints::primaryKey);
        reading.parts(fields, "columns", (name, entry) -> column(table, name, entry));
        reading.parts(fields, "unique", constraints::unique);
        reading.parts(fields, "foreign-keys", constraints::foreignKey);
        reading.parts(fields, "checks", constraints::check);
        reading.parts(fields, "exclusions", constraints::exclusion);
        reading.parts(fields, "indexes", new IndexSection(reading, table)::read);
        reading.parts(fields, "triggers", (name, entry) -> trigger(table, name, entry));
    }

    private void column(QualifiedName table, Identifier name, Entry entry) {
        reading.fields(entry.value(), Shape.COLUMN)
                .ifPresent(fields -> reading.expectations()
                        .add(new ExpectedColumn(
                                Subject.ofPart(SubjectKind.COLUMN, table, name),
                                reading.origin(entry.key().position()),
                                fields.requiredText("type"),
                                fields.flag("nullable", true),
                                fields.expression("default"),
                                fields.choice("identity", IDENTITY).orElse(null),
                                fields.expression("generated"),
                                fields.flag("virtual", false),
                                fields.text("collation").orElse(null),
                                fields.comment())));
    }

    private void trigger(QualifiedName table, Identifier name, Entry entry) {
        reading.fields(entry.value(), Shape.TRIGGER).ifPresent(fields -> {
            fields.require("timing");
            fields.require("events");
            reading.expectations()
                    .add(new ExpectedTrigger(
                            Subject.ofPart(SubjectKind.TRIGGER, table, name),
                            reading.origin(entry.key().position()),
                            fields.choice("timing", TIMING).orElse(""),
                            new LinkedHashSet<>(fields.choices("events", EVENTS)),
                            fields.choice("level", LEVEL).orElse("statement"),
                            fields.identifiers("columns"),
                            fields.expression("when"),
                            fields.text("function")
                                    .flatMap(text -> call(text, fields.position("function")))
                                    .orElse(null),
                            fields.choice("enabled", ENABLED).orElse("true"),
                            ConstraintSections.deferring(fields),
                            fields.comment()));
        });
    }

    private Optional<FunctionCall> call(String text, Position position) {
        return reading.names()
                .call(text, position)
                .map(call -> new FunctionCall(
                        call.name(),
                        call.arguments().stream()
                                .map(argument -> argument(argument, position))
                                .toList()));
    }

    private String argument(String argument, Position position) {
        if (ESCAPING.matcher(argument).lookingAt()) {
            reading.complaints()
                    .add(
                            position,
                            "the argument %s has escapes".formatted(argument),
                            "write '…' without the letter before it: there a backslash is itself");
        }
        return unquoted(argument);
    }

    private static String unquoted(String argument) {
        boolean quoted = argument.length() > 1 && argument.startsWith("'") && argument.endsWith("'");
        return quoted ? argument.substring(1, argument.length() - 1).replace("''", "'") : argument;
    }
}
