package io.schemactl.story;

import io.schemactl.problem.Position;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.Expectation.ColumnName;
import io.schemactl.story.Expectation.ExpectedDomain;
import io.schemactl.story.Expectation.ExpectedEnum;
import io.schemactl.story.Expectation.ExpectedExtension;
import io.schemactl.story.Expectation.ExpectedSchema;
import io.schemactl.story.Expectation.ExpectedSequence;
import io.schemactl.story.Expectation.ExpectedView;
import io.schemactl.story.Expectation.SequenceProperties;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the sections of objects that have no parts. */
final class ObjectSections {

    private final Reading reading;

    ObjectSections(Reading reading) {
        this.reading = reading;
    }

    void schemas(YamlNode section) {
        for (Reading.Named named : reading.named(section, "`schemas`")) {
            Optional<Fields> fields = fields(named, Shape.SCHEMA);
            identifier(named)
                    .ifPresent(name -> add(
                            new ExpectedSchema(Subject.of(SubjectKind.SCHEMA, name), origin(named), comment(fields))));
        }
    }

    void extensions(YamlNode section) {
        for (Reading.Named named : reading.named(section, "`extensions`")) {
            Optional<Fields> fields = fields(named, Shape.EXTENSION);
            @Nullable
            Identifier schema = fields.flatMap(each -> each.text("schema")
                            .flatMap(text -> reading.names().identifier(text, each.position("schema"))))
                    .orElse(null);
            identifier(named)
                    .ifPresent(name -> add(new ExpectedExtension(
                            Subject.of(SubjectKind.EXTENSION, name),
                            origin(named),
                            schema,
                            fields.flatMap(each -> each.text("version")).orElse(null),
                            comment(fields))));
        }
    }

    void enums(YamlNode section) {
        for (Reading.Named named : reading.named(section, "`enums`")) {
            qualified(named).ifPresent(name -> add(enumType(named, Subject.of(SubjectKind.ENUM, name))));
        }
    }

    private ExpectedEnum enumType(Reading.Named named, Subject subject) {
        if (named.value().isPresent() && named.value().get() instanceof YamlNode.Sequence labels) {
            List<String> texts = reading.scalars(labels, "an enum").stream()
                    .map(Scalar::text)
                    .toList();
            return new ExpectedEnum(subject, origin(named), texts, null);
        }
        Optional<Fields> fields = fields(named, Shape.ENUM);
        fields.ifPresent(each -> each.require("labels"));
        return new ExpectedEnum(
                subject, origin(named), fields.map(each -> each.texts("labels")).orElse(null), comment(fields));
    }

    void domains(YamlNode section) {
        for (Reading.Named named : reading.named(section, "`domains`")) {
            Optional<Fields> fields = fields(named, Shape.DOMAIN);
            qualified(named)
                    .ifPresent(name -> add(new ExpectedDomain(
                            Subject.of(SubjectKind.DOMAIN, name),
                            origin(named),
                            fields.map(each -> each.requiredText("type")).orElse(null),
                            fields.map(each -> each.flag("nullable", true)).orElse(true),
                            fields.map(each -> each.expression("default")).orElse(null),
                            fields.map(this::checks).orElse(Map.of()),
                            comment(fields))));
        }
    }

    private Map<Identifier, String> checks(Fields fields) {
        Map<Identifier, String> checks = new HashMap<>();
        fields.find("checks")
                .map(node -> reading.entries(node, "`checks`"))
                .orElse(List.of())
                .forEach(entry -> {
                    Optional<Identifier> name = reading.names()
                            .identifier(entry.key().text(), entry.key().position());
                    if (entry.value() instanceof Scalar expression) {
                        name.ifPresent(each -> checks.put(each, Fields.sql(expression)));
                    } else {
                        reading.complaints().add(entry.value().position(), "a domain's check wants an SQL expression");
                    }
                });
        return checks;
    }

    void sequences(YamlNode section) {
        for (Reading.Named named : reading.named(section, "`sequences`")) {
            Optional<Fields> fields = fields(named, Shape.SEQUENCE);
            qualified(named)
                    .ifPresent(name -> add(new ExpectedSequence(
                            Subject.of(SubjectKind.SEQUENCE, name),
                            origin(named),
                            fields.map(this::properties).orElse(null),
                            comment(fields))));
        }
    }

    private SequenceProperties properties(Fields fields) {
        @Nullable
        ColumnName owner = fields.text("owned-by")
                .flatMap(text -> reading.names().part(text, fields.position("owned-by")))
                .orElse(null);
        return new SequenceProperties(
                fields.text("type").orElse("bigint"),
                fields.number("start").orElse(null),
                fields.number("increment").orElse(1L),
                fields.number("minimum").orElse(null),
                fields.number("maximum").orElse(null),
                fields.number("cache").orElse(1L),
                fields.flag("cycle", false),
                owner);
    }

    void views(YamlNode section) {
        for (Reading.Named named : reading.named(section, "`views`")) {
            Optional<Fields> fields = fields(named, Shape.VIEW);
            qualified(named).ifPresent(name -> {
                add(view(named, name, fields));
                fields.ifPresent(each -> reading.parts(each, "indexes", new IndexSection(reading, name)::read));
            });
        }
    }

    private ExpectedView view(Reading.Named named, QualifiedName name, Optional<Fields> fields) {
        return new ExpectedView(
                Subject.of(SubjectKind.VIEW, name),
                origin(named),
                fields.map(each -> each.flag("materialized", false)).orElse(null),
                fields.filter(each -> each.has("columns"))
                        .map(each -> each.identifiers("columns"))
                        .orElse(null),
                fields.flatMap(each -> each.text("definition")).orElse(null),
                comment(fields));
    }

    private Optional<Fields> fields(Reading.Named named, Shape shape) {
        return named.value().flatMap(value -> reading.fields(value, shape));
    }

    private Optional<Identifier> identifier(Reading.Named named) {
        return reading.names().identifier(named.name().text(), position(named));
    }

    private Optional<QualifiedName> qualified(Reading.Named named) {
        return reading.names().qualified(named.name().text(), position(named));
    }

    private Origin origin(Reading.Named named) {
        return reading.origin(position(named));
    }

    private static Position position(Reading.Named named) {
        return named.name().position();
    }

    private static @Nullable ExpectedComment comment(Optional<Fields> fields) {
        return fields.map(Fields::comment).orElse(null);
    }

    private void add(Expectation expectation) {
        reading.expectations().add(expectation);
    }
}
