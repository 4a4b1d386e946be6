package io.schemactl.diff;

import io.schemactl.diff.GeneratedTrees.Column;
import io.schemactl.diff.GeneratedTrees.Item;
import io.schemactl.diff.GeneratedTrees.Node;
import io.schemactl.diff.GeneratedTrees.Sort;
import io.schemactl.diff.GeneratedTrees.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes up partitioned tables, and changes them at random: other bounds, other parents, and what tables have. */
final class TreeGenerator {

    private static final List<List<String>> TYPES =
            List.of(List.of("integer", "bigint", "numeric(10,2)"), List.of("text", "varchar(20)", "varchar(40)"));

    /** The version from which on partitions share the identity of the table above. */
    private static final int IDENTITIES = 17;

    private final Chance chance;
    private final boolean identities;

    TreeGenerator(long seed, int major) {
        this.chance = new Chance(seed);
        this.identities = major >= IDENTITIES;
    }

    GeneratedTrees trees() {
        var trees = new GeneratedTrees(chance.some(4, this::column), List.of(root()), List.of());
        for (int i = 2 + chance.below(8); i > 0; i--) {
            trees = trees.withNodes(Chance.appended(trees.nodes(), node(trees))).mended();
        }
        for (int i = chance.below(9); i > 0; i--) {
            trees = trees.withItems(Chance.appended(trees.items(), item(trees))).mended();
        }
        return trees;
    }

    /** Trees with some changes. */
    GeneratedTrees changed(GeneratedTrees trees) {
        GeneratedTrees changed = trees;
        for (int i = 1 + chance.below(8); i > 0; i--) {
            changed = changedOnce(changed).mended();
        }
        return changed;
    }

    private GeneratedTrees changedOnce(GeneratedTrees t) {
        return switch (chance.below(12)) {
            case 0 -> t.withColumns(Chance.appended(t.columns(), column()));
            case 1 -> t.withColumns(chance.without(t.columns()));
            case 2 -> t.withColumns(chance.replaced(t.columns(), this::changed));
            case 3 -> t.withNodes(Chance.appended(t.nodes(), node(t)));
            case 4 -> t.withNodes(chance.without(t.nodes()));
            case 5 -> t.withNodes(chance.replaced(t.nodes(), node -> moved(node, t)));
            case 6 -> t.withNodes(chance.replaced(t.nodes(), node -> node.below(null)));
            case 7, 8 -> t.withNodes(reordered(t));
            case 9 -> t.withItems(chance.without(t.items()));
            default -> t.withItems(Chance.appended(t.items(), item(t)));
        };
    }

    /** A partition has other values, which others may have had. */
    private List<Node> reordered(GeneratedTrees t) {
        List<Node> nodes = new ArrayList<>(t.nodes());
        if (nodes.isEmpty()) {
            return nodes;
        }
        int place = chance.below(nodes.size());
        Node node = nodes.get(place);
        nodes.set(place, node.with(slots()));
        return nodes;
    }

    private Node moved(Node node, GeneratedTrees t) {
        List<Node> above = t.nodes().subList(0, t.nodes().indexOf(node));
        return above.isEmpty() ? node : node.below(chance.choice(above).name());
    }

    private Column column() {
        String type = chance.choice(chance.choice(TYPES));
        boolean identity = identities && chance.once(5);
        return new Column(
                chance.name("c"), identity ? "integer" : type, chance.once(4), chance.once(3) ? "'7'" : null, identity);
    }

    private Column changed(Column column) {
        List<String> family = TYPES.stream()
                .filter(each -> each.contains(column.type()))
                .findFirst()
                .orElseThrow();
        return switch (chance.below(3)) {
            case 0 ->
                new Column(
                        column.name(),
                        column.identity() ? chance.choice(List.of("integer", "bigint")) : chance.choice(family),
                        column.notNull(),
                        column.value(),
                        column.identity());
            case 1 -> new Column(column.name(), column.type(), !column.notNull(), column.value(), column.identity());
            default ->
                new Column(
                        column.name(),
                        column.type(),
                        column.notNull(),
                        column.value() == null ? "'8'" : null,
                        column.identity());
        };
    }

    private Node root() {
        return new Node(chance.name("t"), null, slots(), chance.choice(List.of(Strategy.values())), 0);
    }

    private Node node(GeneratedTrees t) {
        String parent = t.nodes().isEmpty() || chance.once(6)
                ? null
                : chance.choice(t.nodes()).name();
        return new Node(
                chance.name("t"),
                parent,
                slots(),
                chance.once(3) ? chance.choice(List.of(Strategy.values())) : null,
                chance.once(2) ? 0 : chance.below(4));
    }

    /** Neighbours, as ranges want them; none is for the default partition. */
    private Set<Integer> slots() {
        Set<Integer> slots = new TreeSet<>();
        if (!chance.once(5)) {
            int first = chance.below(GeneratedTrees.SLOTS);
            for (int i = first; i <= first + chance.below(4) && i < GeneratedTrees.SLOTS; i++) {
                slots.add(i);
            }
        }
        return slots;
    }

    private Item item(GeneratedTrees t) {
        String node = t.nodes().isEmpty() ? "none" : chance.choice(t.nodes()).name();
        Sort sort = chance.choice(List.of(Sort.values()));
        return new Item(sort, chance.name("x"), node, columnOf(sort, t));
    }

    private @Nullable String columnOf(Sort sort, GeneratedTrees t) {
        return switch (sort) {
            case TRIGGER, KEY, REFERENCE, REFERRED -> null;
            case INDEX, CHECK, NOT_NULL, COMMENT ->
                t.columns().isEmpty() ? "none" : chance.choice(t.columns()).name();
            case DEFAULT ->
                t.columns().stream()
                        .filter(column -> !column.identity())
                        .findFirst()
                        .map(Column::name)
                        .orElse("none");
        };
    }
}
