package io.schemactl.story;

import io.schemactl.problem.Position;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.TablePart.Deferring;
import io.schemactl.story.TablePart.ExpectedCheck;
import io.schemactl.story.TablePart.ExpectedExclusion;
import io.schemactl.story.TablePart.ExpectedForeignKey;
import io.schemactl.story.TablePart.ExpectedKey;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Entry;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the constraints of a table. */
final class ConstraintSections {

    private static final List<String> INITIALLY = List.of("immediate", "deferred");
    private static final List<String> ACTIONS = List.of("no action", "restrict", "cascade", "set null", "set default");
    private static final List<String> MATCH = List.of("simple", "full");
    private static final Deferring NOT_DEFERRABLE = new Deferring(false, "immediate");

    private final Reading reading;
    private final QualifiedName table;

    ConstraintSections(Reading reading, QualifiedName table) {
        this.reading = reading;
        this.table = table;
    }

    static Deferring deferring(Fields fields) {
        return new Deferring(
                fields.flag("deferrable", false),
                fields.choice("initially", INITIALLY).orElse("immediate"));
    }

    void primaryKey(YamlNode node) {
        Subject subject = Subject.ofPart(SubjectKind.PRIMARY_KEY, table, table.name());
        key(node, Shape.PRIMARY_KEY, subject, node.position());
    }

    void unique(Identifier name, Entry entry) {
        Subject subject = Subject.ofPart(SubjectKind.CONSTRAINT, table, name);
        key(entry.value(), Shape.UNIQUE, subject, entry.key().position());
    }

    private void key(YamlNode node, Shape shape, Subject subject, Position position) {
        boolean primary = shape == Shape.PRIMARY_KEY;
        @Nullable Identifier own = primary ? null : subject.name();
        if (node instanceof Sequence) {
            List<Identifier> columns = reading.scalars(node, shape.word()).stream()
                    .flatMap(scalar -> reading.names().identifier(scalar.text(), scalar.position()).stream())
                    .toList();
            add(new ExpectedKey(
                    subject, reading.origin(position), primary, own, columns, List.of(), false, NOT_DEFERRABLE, null));
            return;
        }
        reading.fields(node, shape).ifPresent(fields -> {
            fields.require("columns");
            add(new ExpectedKey(
                    subject,
                    reading.origin(position),
                    primary,
                    primary ? name(fields).orElse(null) : own,
                    fields.identifiers("columns"),
                    fields.identifiers("include"),
                    !primary && fields.flag("nulls-not-distinct", false),
                    deferring(fields),
                    fields.comment()));
        });
    }

    private Optional<Identifier> name(Fields fields) {
        return fields.text("name").flatMap(text -> reading.names().identifier(text, fields.position("name")));
    }

    void foreignKey(Identifier name, Entry entry) {
        reading.fields(entry.value(), Shape.FOREIGN_KEY).ifPresent(fields -> {
            fields.require("columns");
            fields.require("references");
            fields.text("references")
                    .flatMap(text -> reading.names().call(text, fields.position("references")))
                    .ifPresent(referenced -> add(foreignKey(name, entry, fields, referenced)));
        });
    }

    private ExpectedForeignKey foreignKey(Identifier name, Entry entry, Fields fields, Names.Call referenced) {
        return new ExpectedForeignKey(
                Subject.ofPart(SubjectKind.CONSTRAINT, table, name),
                reading.origin(entry.key().position()),
                fields.identifiers("columns"),
                referenced.name(),
                reading.names().identifiers(referenced.arguments(), fields.position("references")),
                fields.choice("on-delete", ACTIONS).orElse("no action"),
                fields.identifiers("on-delete-columns"),
                fields.choice("on-update", ACTIONS).orElse("no action"),
                fields.choice("match", MATCH).orElse("simple"),
                deferring(fields),
                fields.flag("validated", true),
                fields.flag("enforced", true),
                fields.comment());
    }

    void check(Identifier name, Entry entry) {
        Subject subject = Subject.ofPart(SubjectKind.CONSTRAINT, table, name);
        Origin origin = reading.origin(entry.key().position());
        if (entry.value() instanceof Scalar expression && !expression.isNull()) {
            add(new ExpectedCheck(subject, origin, Fields.sql(expression), true, true, false, null));
            return;
        }
        reading.fields(entry.value(), Shape.CHECK)
                .ifPresent(fields -> add(new ExpectedCheck(
                        subject,
                        origin,
                        fields.requiredText("expression"),
                        fields.flag("validated", true),
                        fields.flag("enforced", true),
                        fields.flag("no-inherit", false),
                        fields.comment())));
    }

    void exclusion(Identifier name, Entry entry) {
        Subject subject = Subject.ofPart(SubjectKind.CONSTRAINT, table, name);
        Origin origin = reading.origin(entry.key().position());
        reading.fields(entry.value(), Shape.EXCLUSION)
                .ifPresent(fields -> add(
                        new ExpectedExclusion(subject, origin, fields.requiredText("definition"), fields.comment())));
    }

    private void add(Expectation expectation) {
        reading.expectations().add(expectation);
    }
}
