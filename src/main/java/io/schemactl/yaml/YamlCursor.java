package io.schemactl.yaml;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Goes through a YAML document once, from its beginning to its end, and keeps nothing of it, so that large files take little memory.
 * Each value must be taken before the next; there are no aliases.
 */
public final class YamlCursor {

    private final Path file;
    private final ProblemCode code;
    private final Parser parser;
    private final Resolver resolver = new Resolver();

    YamlCursor(Path file, ProblemCode code, Parser parser) {
        this.file = file;
        this.code = code;
        this.parser = parser;
    }

    /** Where the next value begins. */
    public Position position() {
        return position(parser.peekEvent());
    }

    /** Whether the next value is a mapping. */
    public boolean isMapping() {
        return parser.checkEvent(Event.ID.MappingStart);
    }

    /** Whether the next value is a list. */
    public boolean isSequence() {
        return parser.checkEvent(Event.ID.SequenceStart);
    }

    /** Whether the next value is a scalar. */
    public boolean isScalar() {
        return parser.checkEvent(Event.ID.Scalar);
    }

    /**
     * Takes a mapping.
     *
     * @param entry is told each key, and takes the key's value
     * @throws ProblemException if a key appears twice, or is none
     */
    public void mapping(Consumer<YamlNode.Scalar> entry) {
        parser.getEvent();
        var lines = new HashMap<String, Integer>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            YamlNode.Scalar key = key(lines);
            refuseAlias();
            entry.accept(key);
        }
        parser.getEvent();
    }

    private YamlNode.Scalar key(Map<String, Integer> lines) {
        if (!isScalar()) {
            throw problem("a key must be a plain word", position());
        }
        var event = (ScalarEvent) parser.getEvent();
        // What YAML takes a key for is asked by nobody, and takes long to find out.
        var key = new YamlNode.Scalar(event.getValue(), YamlNode.Kind.STRING, position(event));
        Integer before = lines.putIfAbsent(key.text(), key.position().line());
        if (before != null) {
            throw problem(
                    "key `%s` appears twice; the first is on line %d".formatted(key.text(), before), key.position());
        }
        return key;
    }

    /**
     * Takes a list.
     *
     * @param item takes each item
     */
    public void sequence(Runnable item) {
        parser.getEvent();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            refuseAlias();
            item.run();
        }
        parser.getEvent();
    }

    /** Takes a scalar. */
    public YamlNode.Scalar scalar() {
        var event = (ScalarEvent) parser.getEvent();
        return new YamlNode.Scalar(event.getValue(), YamlTree.kind(tag(event)), position(event));
    }

    private Tag tag(ScalarEvent event) {
        String tag = event.getTag();
        return tag == null || tag.equals("!")
                ? resolver.resolve(
                        NodeId.scalar, event.getValue(), event.getImplicit().canOmitTagInPlainScalar())
                : new Tag(tag);
    }

    private void refuseAlias() {
        if (parser.checkEvent(Event.ID.Alias)) {
            throw problem("this file can have no aliases", position());
        }
    }

    private ProblemException problem(String message, Position position) {
        return new ProblemException(Problem.of(code, message).at(position));
    }

    private Position position(Event event) {
        Mark mark = event.getStartMark();
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
