package io.schemactl.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.form.CatalogForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two objects property by property. */
final class PropertyDiffer {

    private static final String DEFINITION = "definition";

    /** Properties that {@code pg_get_indexdef} and {@code pg_get_triggerdef} do not print. */
    private static final Set<String> NOT_IN_DEFINITION = Set.of(
            "owner",
            "grants",
            "comment",
            "security-labels",
            "depends-on-extensions",
            "state",
            "constraint",
            "constraint-comment",
            "parent",
            "inherited");

    private final List<PropertyChange> changes = new ArrayList<>();

    private PropertyDiffer() {}

    /** The properties that differ between two objects of one type, in their order. */
    static List<PropertyChange> changes(CatalogObject from, CatalogObject to, Owners owners) {
        return changes(from, to, owners, false);
    }

    /** The same of an object that got another name, which its definition begins with. */
    static List<PropertyChange> changesBesideName(CatalogObject from, CatalogObject to, Owners owners) {
        return changes(from, to, owners, true);
    }

    private static List<PropertyChange> changes(
            CatalogObject from, CatalogObject to, Owners owners, boolean isRenamed) {
        ObjectNode before = CatalogForm.properties(from);
        ObjectNode after = CatalogForm.properties(to);
        if (owners.same(from, to)) {
            before.remove("owner");
            after.remove("owner");
        }
        if (sameBody(from, to)) {
            before.remove("body");
            after.remove("body");
        }
        var differ = new PropertyDiffer();
        differ.mappings(List.of(), before, after);
        return withoutRedundant(to, isRenamed, differ.changes);
    }

    private static boolean sameBody(CatalogObject from, CatalogObject to) {
        return from instanceof Routine first
                && to instanceof Routine second
                && first.language().equals(second.language())
                && Bodies.same(first.language(), first.body(), second.body());
    }

    /** An index's or trigger's definition differs because a property does; if none does, it differs in what is no property. */
    private static List<PropertyChange> withoutRedundant(
            CatalogObject object, boolean isRenamed, List<PropertyChange> changes) {
        boolean parsed = object instanceof Index || object instanceof Trigger;
        boolean explained = isRenamed
                || changes.stream()
                        .map(change -> change.path().get(0))
                        .anyMatch(name -> !name.equals(DEFINITION) && !NOT_IN_DEFINITION.contains(name));
        return parsed && explained
                ? changes.stream()
                        .filter(change -> !change.path().equals(List.of(DEFINITION)))
                        .toList()
                : List.copyOf(changes);
    }

    private void values(List<String> path, JsonNode from, JsonNode to) {
        if (from.equals(to)) {
            return;
        }
        if (isMapping(from, to)) {
            mappings(path, from, to);
        } else if (NamedItems.areNamed(from) && NamedItems.areNamed(to)) {
            items(path, new NamedItems(from), new NamedItems(to));
        } else {
            change(path, PropertyText.of(from), PropertyText.of(to));
        }
    }

    /** Whether to look inside: the one is a mapping, and so is the other, unless it is not there. */
    private static boolean isMapping(JsonNode from, JsonNode to) {
        return holds(from) ? to.isObject() || isAbsent(to) : holds(to) && (from.isObject() || isAbsent(from));
    }

    private static boolean holds(JsonNode node) {
        return node.isObject() && !node.isEmpty();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    private void mappings(List<String> path, JsonNode from, JsonNode to) {
        var names = new LinkedHashSet<String>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> values(below(path, name), from.path(name), to.path(name)));
    }

    private void items(List<String> path, NamedItems from, NamedItems to) {
        NamedItems renamed = from.renamedTo(to)
                .map(names -> {
                    change(below(below(path, names.to()), "name"), names.from(), names.to());
                    return from.rename(names);
                })
                .orElse(from);
        for (String name : renamed.names()) {
            JsonNode other = to.get(name);
            if (other.isMissingNode()) {
                change(below(path, name), PropertyText.item(renamed.get(name)), null);
            } else {
                mappings(below(path, name), renamed.get(name), other);
            }
        }
        to.names().stream()
                .filter(name -> renamed.get(name).isMissingNode())
                .forEach(name -> change(below(path, name), null, PropertyText.item(to.get(name))));
        order(path, renamed, to);
    }

    private void order(List<String> path, NamedItems from, NamedItems to) {
        if (!from.orderedLike(to)) {
            change(path, String.join(", ", from.names()), String.join(", ", to.names()));
        }
    }

    private void change(List<String> path, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            changes.add(new PropertyChange(path, from, to));
        }
    }

    private static List<String> below(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
