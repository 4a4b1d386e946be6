package io.schemactl.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.form.CatalogForm;
import io.schemactl.diff.DifferenceText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what an object is that only one catalog has. */
final class ObjectSummary {

    /** The object's name says these; and an owner is worth a word only beside another. */
    private static final Set<String> NAMING = Set.of("name", "relation", "owner", "grants", "primary", "materialized");

    /** Parts of what is said of other kinds by their words or names. */
    private static final Map<Kind, Set<String>> NAMING_KINDS = Map.of(
            Kind.CAST, Set.of("source", "target"),
            Kind.OPERATOR, Set.of("left", "right"),
            Kind.TRANSFORM, Set.of("type", "language"),
            Kind.USER_MAPPING, Set.of("role", "server"),
            Kind.DEFAULT_PRIVILEGES, Set.of("role", "schema", "type", "privileges"),
            Kind.ROUTINE, Set.of("form", "sql-body"),
            Kind.TABLE, Set.of("form", "access-method", "choice"));

    /** What PostgreSQL itself says of all aggregates. */
    private static final Set<String> OF_AGGREGATES = Set.of("signature", "language", "volatility", "cost");

    private static final Set<String> NAMING_ROUTINES = Set.of("name", "arguments", "owner", "grants");

    private final boolean added;
    private final List<Line> lines = new ArrayList<>();

    private ObjectSummary(boolean added) {
        this.added = added;
    }

    /** What an object is, where it is not what every such object is. */
    static List<Line> lines(CatalogObject object, boolean added) {
        var summary = new ObjectSummary(added);
        var properties = CatalogForm.notable(object);
        if (object instanceof Table table && table.form() == Table.Form.FOREIGN) {
            properties.remove("storage");
            properties.remove("replica-identity");
        }
        boolean parsed = properties.has("keys") || properties.has("events");
        Set<String> naming = object.key().arguments() == null ? NAMING : NAMING_ROUTINES;
        properties.properties().stream()
                .filter(property -> !naming.contains(property.getKey()))
                .filter(property -> !isNaming(object, property.getKey()))
                .filter(property -> !parsed || !property.getKey().equals("definition"))
                .forEach(property -> summary.property(property.getKey(), property.getValue()));
        summary.lines.addAll(GrantWords.summary(object, added));
        return summary.lines;
    }

    private static boolean isNaming(CatalogObject object, String name) {
        if (object instanceof Routine routine && routine.form() == Routine.Form.AGGREGATE) {
            return name.equals("form") || OF_AGGREGATES.contains(name);
        }
        return NAMING_KINDS.getOrDefault(object.key().kind(), Set.of()).contains(name);
    }

    private void property(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        if (value.isObject()
                && value.path("enforced").isBoolean()
                && !value.path("enforced").asBoolean()) {
            // What is not enforced is not validated either.
            lines.add(ChangeWords.statement("enforced", false));
        } else if (name.equals("owned-by") && value.isObject() && !value.isEmpty()) {
            line(
                    "owned by",
                    value.path("relation").asText() + "." + value.path("column").asText());
        } else if (NamedItems.areNamed(value) && !value.isEmpty()) {
            value.forEach(item ->
                    line(ChangeWords.singular(name) + " " + item.get("name").asText(), PropertyText.item(item)));
        } else if (value.isObject() && !value.isEmpty()) {
            value.properties().forEach(part -> property(part.getKey(), part.getValue()));
        } else if (value.isBoolean()) {
            lines.add(ChangeWords.statement(name, value.asBoolean()));
        } else {
            line(ChangeWords.word(name), PropertyText.of(value));
        }
    }

    private void line(String property, @Nullable String value) {
        boolean longText = value != null && value.indexOf('\n') >= 0;
        lines.add(new Line(property, added ? null : value, added ? value : null, longText));
    }
}
