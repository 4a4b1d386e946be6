package io.schemactl.yaml;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns SnakeYAML's nodes into ours: aliases expanded, merge keys merged, keys checked to be unique. */
final class YamlTree {

    /** Aliases can make a small file into a huge tree; nobody writes a changelog of this size by hand. */
    private static final int MOST_NODES = 2_000_000;

    private static final Map<Tag, YamlNode.Kind> KINDS = Map.of(
            Tag.STR, YamlNode.Kind.STRING,
            Tag.NULL, YamlNode.Kind.NULL,
            Tag.BOOL, YamlNode.Kind.BOOLEAN,
            Tag.INT, YamlNode.Kind.INTEGER,
            Tag.FLOAT, YamlNode.Kind.FLOAT,
            Tag.TIMESTAMP, YamlNode.Kind.TIMESTAMP);

    private final Path file;
    private final ProblemCode code;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    YamlTree(Path file, ProblemCode code) {
        this.file = file;
        this.code = code;
    }

    YamlNode convert(Node node) {
        if (++nodes > MOST_NODES) {
            throw problem("aliases expand to more than %,d values".formatted(MOST_NODES), node);
        }
        if (!open.add(node)) {
            throw problem("an alias contains itself", node);
        }
        YamlNode converted = convertOpen(node);
        open.remove(node);
        return converted;
    }

    private YamlNode convertOpen(Node node) {
        if (node instanceof MappingNode mapping) {
            return new YamlNode.Mapping(entries(mapping), position(node));
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlNode.Sequence(
                    sequence.getValue().stream().map(this::convert).toList(), position(node));
        }
        return scalar((ScalarNode) node);
    }

    private YamlNode.Scalar scalar(ScalarNode node) {
        return new YamlNode.Scalar(node.getValue(), kind(node.getTag()), position(node));
    }

    static YamlNode.Kind kind(Tag tag) {
        return KINDS.getOrDefault(tag, YamlNode.Kind.OTHER);
    }

    private List<YamlNode.Entry> entries(MappingNode mapping) {
        Map<String, YamlNode.Entry> own = new LinkedHashMap<>();
        Map<String, YamlNode.Entry> merged = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(tuple.getValueNode(), merged);
            } else {
                add(tuple, own);
            }
        }
        var all = new HashMap<>(merged);
        all.keySet().removeAll(own.keySet());
        var entries = new ArrayList<>(own.values());
        merged.values().stream()
                .filter(entry -> all.containsKey(entry.key().text()))
                .forEach(entries::add);
        return entries;
    }

    private void add(NodeTuple tuple, Map<String, YamlNode.Entry> entries) {
        if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
            throw problem("a key must be a plain word", tuple.getKeyNode());
        }
        YamlNode.Scalar key = scalar(keyNode);
        var before = entries.get(key.text());
        if (before != null) {
            throw problem(
                    "key `%s` appears twice; the first is on line %d"
                            .formatted(key.text(), before.key().position().line()),
                    keyNode);
        }
        entries.put(key.text(), new YamlNode.Entry(key, convert(tuple.getValueNode())));
    }

    private void merge(Node value, Map<String, YamlNode.Entry> merged) {
        YamlNode converted = convert(value);
        List<YamlNode> sources =
                converted instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(converted);
        for (YamlNode source : sources) {
            if (!(source instanceof YamlNode.Mapping mapping)) {
                throw problem("`<<` wants a mapping, or a list of mappings", value);
            }
            mapping.entries().forEach(entry -> merged.putIfAbsent(entry.key().text(), entry));
        }
    }

    private ProblemException problem(String message, Node node) {
        return new ProblemException(Problem.of(code, message).at(position(node)));
    }

    private Position position(Node node) {
        Mark mark = node.getStartMark();
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
