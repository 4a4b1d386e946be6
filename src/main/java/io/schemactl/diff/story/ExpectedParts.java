package io.schemactl.diff.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Deferral;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.ExclusionConstraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.IndexKey;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.View;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes objects as {@code expect.yaml} does: what is PostgreSQL's default is left out. */
final class ExpectedParts {

    private final ExpectedNames names;

    ExpectedParts(ExpectedNames names) {
        this.names = names;
    }

    static void comment(ObjectNode properties, CatalogObject object) {
        text(properties, "comment", object.attributes().comment());
    }

    JsonNode column(Column column) {
        ObjectNode properties = properties();
        properties.put("type", column.type());
        if (column.collation() != null) {
            properties.put("collation", shown(column.collation()));
        }
        flag(properties, "nullable", !column.notNull(), true);
        text(properties, "default", column.defaultExpression());
        if (column.identity() != null) {
            properties.put("identity", word(column.identity()));
        }
        if (column.generated() != null) {
            properties.put("generated", column.generated().expression());
            flag(properties, "virtual", !column.generated().stored(), false);
        }
        text(properties, "comment", column.attributes().comment());
        return properties;
    }

    JsonNode key(KeyConstraint key) {
        ObjectNode properties = properties();
        list(properties, "columns", names.of(key.columns()));
        if (key.primary()) {
            properties.put("name", names.of(key.name()));
        }
        list(properties, "include", names.of(key.include()));
        flag(properties, "nulls-not-distinct", key.nullsNotDistinct(), false);
        deferral(properties, key.deferral());
        comment(properties, key);
        return properties;
    }

    JsonNode foreignKey(ForeignKey key) {
        ObjectNode properties = properties();
        list(properties, "columns", names.of(key.columns()));
        properties.put(
                "references",
                names.of(key.referenced()) + "(" + String.join(", ", names.of(key.referencedColumns())) + ")");
        action(properties, "on-delete", key.onDelete());
        list(properties, "on-delete-columns", names.of(key.onDeleteColumns()));
        action(properties, "on-update", key.onUpdate());
        if (!key.match().word().equals("simple")) {
            properties.put("match", key.match().word());
        }
        deferral(properties, key.deferral());
        standing(properties, key.standing());
        comment(properties, key);
        return properties;
    }

    private static void action(ObjectNode properties, String name, ForeignKey.Action action) {
        if (action != ForeignKey.Action.NO_ACTION) {
            properties.put(name, action.word());
        }
    }

    JsonNode check(CheckConstraint check) {
        ObjectNode properties = properties();
        properties.put("expression", check.expression());
        standing(properties, check.standing());
        flag(properties, "no-inherit", check.noInherit(), false);
        comment(properties, check);
        return properties.size() == 1 ? TextNode.valueOf(check.expression()) : properties;
    }

    static JsonNode exclusion(ExclusionConstraint exclusion) {
        ObjectNode properties = properties();
        properties.put("definition", exclusion.definition());
        comment(properties, exclusion);
        return properties;
    }

    private static void standing(ObjectNode properties, Constraint.Standing standing) {
        flag(properties, "validated", standing.validated(), true);
        flag(properties, "enforced", standing.enforced(), true);
    }

    private static void deferral(ObjectNode properties, Deferral deferral) {
        flag(properties, "deferrable", deferral.isDeferrable(), false);
        if (deferral == Deferral.INITIALLY_DEFERRED) {
            properties.put("initially", deferral.initially());
        }
    }

    JsonNode index(Index index) {
        ObjectNode properties = properties();
        flag(properties, "unique", index.uniqueness().unique(), false);
        if (!index.method().equals("btree")) {
            properties.put("method", index.method());
        }
        ArrayNode keys = properties.putArray("columns");
        index.keys().forEach(key -> keys.add(indexKey(key)));
        list(properties, "include", names.of(index.include()));
        text(properties, "where", index.predicate());
        flag(properties, "nulls-not-distinct", index.uniqueness().nullsNotDistinct(), false);
        comment(properties, index);
        return properties;
    }

    private JsonNode indexKey(IndexKey key) {
        ObjectNode properties = properties();
        if (key.column() != null) {
            properties.put("column", names.of(key.column()));
        }
        text(properties, "expression", key.expression());
        if (key.descending()) {
            properties.put("order", "desc");
        }
        if (key.nullsFirst() != key.descending()) {
            properties.put("nulls", key.nullsFirst() ? "first" : "last");
        }
        text(properties, "operator-class", operatorClass(key.operatorClass()));
        if (key.collation() != null) {
            properties.put("collation", shown(key.collation()));
        }
        return properties.size() == 1 && key.column() != null ? TextNode.valueOf(names.of(key.column())) : properties;
    }

    private static @Nullable String operatorClass(IndexKey.OperatorClass operatorClass) {
        if (operatorClass.options().isEmpty()) {
            return operatorClass.isDefault() ? null : shown(operatorClass.name());
        }
        return operatorClass.options().values().entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(", ", shown(operatorClass.name()) + "(", ")"));
    }

    JsonNode trigger(Trigger trigger) {
        ObjectNode properties = properties();
        properties.put("timing", trigger.timing().word());
        list(
                properties,
                "events",
                trigger.events().stream().map(Trigger.Event::word).toList());
        if (trigger.perRow()) {
            properties.put("level", "row");
        }
        list(properties, "columns", names.of(trigger.updateColumns()));
        text(properties, "when", trigger.when());
        properties.put(
                "function",
                names.of(trigger.function())
                        + trigger.arguments().stream().map(Literal::plain).collect(Collectors.joining(", ", "(", ")")));
        switch (trigger.state()) {
            case ENABLED -> {}
            case DISABLED -> properties.put("enabled", false);
            case REPLICA, ALWAYS -> properties.put("enabled", trigger.state().word());
        }
        deferral(properties, trigger.deferral() == null ? Deferral.NOT_DEFERRABLE : trigger.deferral());
        comment(properties, trigger);
        return properties;
    }

    static JsonNode enumType(EnumType type) {
        ObjectNode properties = properties();
        ArrayNode labels = properties.putArray("labels");
        type.labels().forEach(labels::add);
        comment(properties, type);
        return properties.size() == 1 ? labels : properties;
    }

    JsonNode domain(Domain domain) {
        ObjectNode properties = properties();
        properties.put("type", domain.type());
        flag(properties, "nullable", !domain.notNull(), true);
        text(properties, "default", domain.defaultExpression());
        if (!domain.checks().isEmpty()) {
            ObjectNode checks = properties.putObject("checks");
            domain.checks().forEach(check -> checks.put(names.of(check.name()), check.expression()));
        }
        comment(properties, domain);
        return properties;
    }

    JsonNode sequence(Sequence sequence) {
        ObjectNode properties = properties();
        properties.put("type", sequence.type());
        properties.put("start", sequence.start());
        properties.put("increment", sequence.increment());
        properties.put("minimum", sequence.minimum());
        properties.put("maximum", sequence.maximum());
        properties.put("cache", sequence.cache());
        flag(properties, "cycle", sequence.cycle(), false);
        if (sequence.owner() != null) {
            properties.put(
                    "owned-by",
                    names.of(sequence.owner().relation(), sequence.owner().column()));
        }
        comment(properties, sequence);
        return properties;
    }

    void view(ObjectNode properties, View view) {
        list(
                properties,
                "columns",
                view.columns().stream().map(column -> names.of(column.name())).toList());
        flag(properties, "materialized", view.materialized(), false);
        comment(properties, view);
    }

    static JsonNode routine(Routine routine) {
        ObjectNode properties = properties();
        text(properties, "returns", routine.result());
        properties.put("language", routine.language());
        properties.put("volatility", routine.traits().volatility().word());
        properties.put("security", routine.traits().definer() ? "definer" : "invoker");
        properties.put("strict", routine.traits().strict());
        if (!routine.implementation().sqlBody()) {
            text(properties, "body", routine.body());
        }
        comment(properties, routine);
        return properties;
    }

    private static ObjectNode properties() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void text(ObjectNode properties, String name, @Nullable String text) {
        if (text != null) {
            properties.put(name, text);
        }
    }

    private static void flag(ObjectNode properties, String name, boolean value, boolean usual) {
        if (value != usual) {
            properties.put(name, value);
        }
    }

    private static void list(ObjectNode properties, String name, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(properties.putArray(name)::add);
        }
    }

    private static String shown(QualifiedName name) {
        return name.schema().name().equals("pg_catalog") ? name.name().name() : name.display();
    }

    private static String word(Column.Identity identity) {
        return identity.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
