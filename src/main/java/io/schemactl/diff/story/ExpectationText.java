package io.schemactl.diff.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.ExclusionConstraint;
import io.schemactl.catalog.Extension;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Schema;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.View;
import io.schemactl.catalog.form.YamlWriter;
import io.schemactl.diff.Difference;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes what must exist after a migration, as {@code expect.yaml}: what it adds and changes, and what it takes away. */
public final class ExpectationText {

    /** The sections, in the order in which the manual has them. */
    private static final List<String> SECTIONS = List.of(
            "schemas", "extensions", "enums", "domains", "sequences", "functions", "procedures", "views", "tables");

    private final Catalog from;
    private final Catalog to;
    private final ExpectedNames names;
    private final ExpectedParts parts;
    private final ObjectNode file = JsonNodeFactory.instance.objectNode();
    private final Map<String, ArrayNode> absent = new TreeMap<>();

    private ExpectationText(Catalog from, Catalog to, Identifier defaultSchema) {
        this.from = from;
        this.to = to;
        this.names = new ExpectedNames(defaultSchema);
        this.parts = new ExpectedParts(names);
        SECTIONS.forEach(file::putObject);
    }

    /**
     * What must exist after a migration.
     *
     * @param differences what the migration changes
     * @param from what it begins with
     * @param to what it ends with
     * @param defaultSchema the schema of names without a schema
     */
    public static String of(List<Difference> differences, Catalog from, Catalog to, Identifier defaultSchema) {
        var text = new ExpectationText(from, to, defaultSchema);
        differences.forEach(text::add);
        return text.yaml();
    }

    private void add(Difference difference) {
        if (difference instanceof Difference.Added added) {
            describe(null, added.object());
        } else if (difference instanceof Difference.Removed removed) {
            absent(removed.object());
        } else if (difference instanceof Difference.Changed changed) {
            describe(changed.from(), changed.to());
        } else if (difference instanceof Difference.Renamed renamed) {
            absent(renamed.from());
            describe(renamed.from(), renamed.to());
        }
    }

    private String yaml() {
        List.copyOf(SECTIONS).stream()
                .filter(section -> file.path(section).isEmpty())
                .forEach(file::remove);
        if (!absent.isEmpty()) {
            ObjectNode gone = file.putObject("absent");
            absent.forEach(gone::set);
        }
        var writer = new YamlWriter();
        writer.line("# What must exist after this story; `schemactl verify` compares it with the database.");
        if (file.isEmpty()) {
            writer.line("{}");
        } else {
            writer.mapping(file, 0, 1);
        }
        return writer.toString();
    }

    private void describe(@Nullable CatalogObject before, CatalogObject object) {
        if (object instanceof Table table) {
            table(before, table);
        } else if (object.key().relation() != null) {
            part(object);
        } else if (object instanceof Routine routine) {
            routine(routine);
        } else {
            whole(object);
        }
    }

    private void table(@Nullable CatalogObject before, Table table) {
        ObjectNode properties = child(section("tables"), names.of(table.name()));
        ExpectedParts.comment(properties, table);
        for (Column column : table.columns()) {
            boolean isSame = before instanceof Table old
                    && old.findColumn(column.name()).filter(column::equals).isPresent();
            if (!isSame) {
                child(properties, "columns").set(names.of(column.name()), parts.column(column));
            }
        }
        if (before instanceof Table old) {
            old.columns().stream()
                    .filter(column -> table.findColumn(column.name()).isEmpty())
                    .forEach(column -> gone("columns", names.of(table.name(), column.name())));
        }
    }

    private void part(CatalogObject object) {
        if (object instanceof KeyConstraint key && key.primary()) {
            child(section("tables"), names.of(key.relation())).set("primary-key", parts.key(key));
        } else if (object instanceof KeyConstraint key) {
            named(key.relation(), "unique", key.name(), parts.key(key));
        } else if (object instanceof ForeignKey key) {
            named(key.relation(), "foreign-keys", key.name(), parts.foreignKey(key));
        } else if (object instanceof CheckConstraint check) {
            named(check.relation(), "checks", check.name(), parts.check(check));
        } else if (object instanceof ExclusionConstraint exclusion) {
            named(exclusion.relation(), "exclusions", exclusion.name(), ExpectedParts.exclusion(exclusion));
        } else if (object instanceof Index index && index.constraint() == null) {
            named(index.relation(), "indexes", index.name(), parts.index(index));
        } else if (object instanceof Trigger trigger && isTable(trigger.relation())) {
            named(trigger.relation(), "triggers", trigger.name(), parts.trigger(trigger));
        }
    }

    private void named(QualifiedName relation, String kind, Identifier name, JsonNode properties) {
        ObjectNode whole;
        if (isTable(relation)) {
            whole = child(section("tables"), names.of(relation));
        } else {
            whole = child(section("views"), names.of(relation));
            to.find(View.class, ObjectKey.of(Kind.VIEW, relation)).ifPresent(view -> parts.view(whole, view));
        }
        child(whole, kind).set(names.of(name), properties);
    }

    private boolean isTable(QualifiedName relation) {
        return to.findTable(relation).isPresent();
    }

    private void routine(Routine routine) {
        switch (routine.form()) {
            case FUNCTION, WINDOW -> section("functions").set(names.of(routine), ExpectedParts.routine(routine));
            case PROCEDURE -> section("procedures").set(names.of(routine), ExpectedParts.routine(routine));
            case AGGREGATE -> child(section("functions"), names.of(routine));
        }
    }

    private void whole(CatalogObject object) {
        if (object instanceof Schema schema) {
            ExpectedParts.comment(child(section("schemas"), names.of(schema.name())), schema);
        } else if (object instanceof Extension extension) {
            ObjectNode properties = child(section("extensions"), names.of(extension.name()));
            properties.put("schema", names.of(extension.schema()));
        } else if (object instanceof EnumType type) {
            section("enums").set(names.of(type.name()), ExpectedParts.enumType(type));
        } else if (object instanceof Domain domain) {
            section("domains").set(names.of(domain.name()), parts.domain(domain));
        } else if (object instanceof Sequence sequence && !isIdentity(sequence)) {
            section("sequences").set(names.of(sequence.name()), parts.sequence(sequence));
        } else if (object instanceof View view) {
            parts.view(child(section("views"), names.of(view.name())), view);
        }
    }

    private static boolean isIdentity(Sequence sequence) {
        return sequence.owner() != null && sequence.owner().identity();
    }

    private void absent(CatalogObject object) {
        ObjectKey key = object.key();
        if (to.objects().containsKey(key) || !from.objects().containsKey(key)) {
            return;
        }
        if (object instanceof Routine routine) {
            gone(routine.form() == Routine.Form.PROCEDURE ? "procedures" : "functions", names.of(routine));
        } else if (key.relation() != null && key.schema() != null) {
            absentPart(object, new QualifiedName(key.schema(), key.relation()));
        } else {
            absentWhole(object);
        }
    }

    private void absentWhole(CatalogObject object) {
        ObjectKey key = object.key();
        String section = switch (key.kind()) {
            case SCHEMA -> "schemas";
            case EXTENSION -> "extensions";
            case ENUM -> "enums";
            case DOMAIN -> "domains";
            case SEQUENCE -> "sequences";
            case VIEW -> "views";
            case TABLE -> "tables";
            default -> "";
        };
        if (!section.isEmpty()) {
            gone(
                    section,
                    key.schema() == null
                            ? names.of(key.name())
                            : names.of(new QualifiedName(key.schema(), key.name())));
        }
    }

    /** The parts of what is gone itself need not be told. */
    private void absentPart(CatalogObject object, QualifiedName relation) {
        boolean stays = to.all(Relation.class).anyMatch(each -> each.name().equals(relation));
        if (!stays) {
            return;
        }
        if (object instanceof Index index) {
            if (index.constraint() == null) {
                gone("indexes", names.of(index.qualifiedName()));
            }
        } else if (object.key().kind() == Kind.CONSTRAINT) {
            gone("constraints", names.of(relation, object.key().name()));
        } else if (object.key().kind() == Kind.TRIGGER) {
            gone("triggers", names.of(relation, object.key().name()));
        }
    }

    private void gone(String section, String name) {
        absent.computeIfAbsent(section, key -> JsonNodeFactory.instance.arrayNode())
                .add(name);
    }

    private ObjectNode section(String name) {
        return child(file, name);
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
    }
}
