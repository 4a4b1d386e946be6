package io.schemactl.story;

import io.schemactl.problem.Position;
import io.schemactl.story.Expectation.ExpectedAbsence;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Scalar;
import java.util.Optional;

/** Reads the section {@code absent}. */
final class AbsentSection {

    private final Reading reading;

    AbsentSection(Reading reading) {
        this.reading = reading;
    }

    void read(YamlNode section) {
        reading.fields(section, Shape.ABSENT).ifPresent(fields -> {
            for (String key : Shape.ABSENT.keys()) {
                for (Scalar name : fields.scalars(key)) {
                    subject(key, name.text(), name.position())
                            .ifPresent(subject -> reading.expectations()
                                    .add(new ExpectedAbsence(subject, reading.origin(name.position()))));
                }
            }
        });
    }

    private Optional<Subject> subject(String key, String text, Position position) {
        Names names = reading.names();
        return switch (key) {
            case "schemas" -> names.identifier(text, position).map(name -> Subject.of(SubjectKind.SCHEMA, name));
            case "extensions" -> names.identifier(text, position).map(name -> Subject.of(SubjectKind.EXTENSION, name));
            case "enums" -> qualified(SubjectKind.ENUM, text, position);
            case "domains" -> qualified(SubjectKind.DOMAIN, text, position);
            case "sequences" -> qualified(SubjectKind.SEQUENCE, text, position);
            case "views" -> qualified(SubjectKind.VIEW, text, position);
            case "tables" -> qualified(SubjectKind.TABLE, text, position);
            case "indexes" -> qualified(SubjectKind.INDEX, text, position);
            case "columns" -> part(SubjectKind.COLUMN, text, position);
            case "constraints" -> part(SubjectKind.CONSTRAINT, text, position);
            case "triggers" -> part(SubjectKind.TRIGGER, text, position);
            case "functions", "procedures" ->
                names.call(text, position)
                        .map(call -> Subject.ofFunction(call.name(), String.join(", ", call.arguments())));
            default -> throw new IllegalArgumentException("no such section: " + key);
        };
    }

    private Optional<Subject> qualified(SubjectKind kind, String text, Position position) {
        return reading.names().qualified(text, position).map(name -> Subject.of(kind, name));
    }

    private Optional<Subject> part(SubjectKind kind, String text, Position position) {
        return reading.names().part(text, position).map(part -> Subject.ofPart(kind, part.table(), part.column()));
    }
}
