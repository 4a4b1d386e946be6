package io.schemactl.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The elements of a list by their names, in their order. */
final class NamedItems {

    private static final String NAME = "name";

    private final Map<String, JsonNode> items = new LinkedHashMap<>();

    NamedItems(JsonNode list) {
        list.forEach(item -> items.put(item.get(NAME).asText(), item));
    }

    private NamedItems(Map<String, JsonNode> items) {
        this.items.putAll(items);
    }

    /** Two names of one element. */
    record Names(String from, String to) {}

    /** Whether a list's elements all have names; an empty list has no other. */
    static boolean areNamed(JsonNode list) {
        if (!list.isArray()) {
            return false;
        }
        for (JsonNode item : list) {
            if (!item.path(NAME).isTextual()) {
                return false;
            }
        }
        return true;
    }

    List<String> names() {
        return List.copyOf(items.keySet());
    }

    /** The element with a name, or a missing node. */
    JsonNode get(String name) {
        return items.getOrDefault(name, MissingNode.getInstance());
    }

    /** The element that certainly got another name: the only one that is gone stands where the only new one stands, otherwise equal. */
    Optional<Names> renamedTo(NamedItems to) {
        List<String> gone =
                names().stream().filter(name -> !to.items.containsKey(name)).toList();
        List<String> come =
                to.names().stream().filter(name -> !items.containsKey(name)).toList();
        if (gone.size() != 1 || come.size() != 1) {
            return Optional.empty();
        }
        var names = new Names(gone.get(0), come.get(0));
        return Optional.of(names).filter(each -> {
            NamedItems renamed = rename(each);
            return renamed.get(each.to()).equals(to.get(each.to()))
                    && renamed.names().indexOf(each.to()) == to.names().indexOf(each.to());
        });
    }

    /** These elements, one of them under another name. */
    NamedItems rename(Names names) {
        var renamed = new LinkedHashMap<String, JsonNode>();
        items.forEach((name, item) -> {
            if (name.equals(names.from())) {
                ObjectNode copy = item.deepCopy();
                renamed.put(names.to(), copy.put(NAME, names.to()));
            } else {
                renamed.put(name, item);
            }
        });
        return new NamedItems(renamed);
    }

    /** Whether elements that are in both lists have the same order, and new ones stand behind them. */
    boolean orderedLike(NamedItems to) {
        var expected = new ArrayList<>(names());
        expected.retainAll(to.items.keySet());
        to.names().stream().filter(name -> !items.containsKey(name)).forEach(expected::add);
        return expected.equals(to.names());
    }
}
