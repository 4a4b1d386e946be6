package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Database;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.ExclusionConstraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.IndexKey;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Policy;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Rule;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.View;
import java.util.Map;
import java.util.Optional;

/** What PostgreSQL gives properties that nobody sets, where it is not nothing, false or zero. */
final class Defaults {

    private static final JsonNode TRUE = BooleanNode.TRUE;

    private static final Map<Class<?>, Map<String, JsonNode>> VALUES = Map.ofEntries(
            Map.entry(Database.class, Map.of("connection-limit", number(-1))),
            Map.entry(Table.class, Map.of("form", text("ordinary"), "persistence", text("permanent"))),
            Map.entry(Table.ReplicaIdentity.class, Map.of("choice", text("default"))),
            Map.entry(Table.Storage.class, Map.of("access-method", text("heap"))),
            Map.entry(
                    Sequence.class,
                    Map.of(
                            "persistence", text("permanent"),
                            "type", text("bigint"),
                            "start", number(1),
                            "increment", number(1),
                            "minimum", number(1),
                            "maximum", number(Long.MAX_VALUE),
                            "cache", number(1))),
            Map.entry(View.class, Map.of("populated", TRUE)),
            Map.entry(Routine.class, Map.of("form", text("function"), "signature", text(""))),
            Map.entry(
                    Routine.Traits.class,
                    Map.of("volatility", text("volatile"), "parallel", text("unsafe"), "cost", number(100))),
            Map.entry(Domain.Check.class, Map.of("validated", TRUE)),
            Map.entry(Constraint.Standing.class, Map.of("validated", TRUE, "enforced", TRUE, "triggers-enabled", TRUE)),
            Map.entry(KeyConstraint.class, Map.of("deferral", text("not deferrable"))),
            Map.entry(ExclusionConstraint.class, Map.of("deferral", text("not deferrable"))),
            Map.entry(
                    ForeignKey.class,
                    Map.of(
                            "on-update", text("no action"),
                            "on-delete", text("no action"),
                            "match", text("simple"),
                            "deferral", text("not deferrable"))),
            Map.entry(Index.class, Map.of("method", text("btree"))),
            Map.entry(Index.State.class, Map.of("valid", TRUE, "ready", TRUE)),
            Map.entry(IndexKey.OperatorClass.class, Map.of("is-default", TRUE)),
            Map.entry(Trigger.class, Map.of("state", text("enabled"))),
            Map.entry(Rule.class, Map.of("state", text("enabled"))),
            Map.entry(Policy.class, Map.of("permissive", TRUE, "command", text("ALL"))));

    private Defaults() {}

    static Optional<JsonNode> find(Class<?> type, String property) {
        return Optional.ofNullable(VALUES.getOrDefault(type, Map.of()).get(property));
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    private static JsonNode number(long number) {
        return LongNode.valueOf(number);
    }
}
