package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Relation;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import io.schemactl.yaml.YamlCursor;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a snapshot file object by object, and says where it is wrong. */
final class SnapshotReader {

    private static final String FORMAT = "format";
    private static final String SERVER = "server";
    private static final String DIGEST = "digest";
    private static final List<String> HEADER = List.of(FORMAT, SERVER, DIGEST);
    private static final String AGAIN = "run `schemactl snapshot` to write the file again";

    private final String text;
    private final Position start;
    private final SnapshotValues values;
    private final RecordMaker maker = new RecordMaker();
    private final Map<String, Entry> header = new LinkedHashMap<>();
    private final List<CatalogObject> objects = new ArrayList<>();

    private SnapshotReader(String text, YamlCursor yaml) {
        this.text = text;
        this.start = yaml.position();
        this.values = new SnapshotValues(yaml);
    }

    static Snapshot read(Path file) {
        var reader = new YamlReader(ProblemCode.SNAPSHOT);
        String text = reader.text(file);
        return reader.stream(file, text, yaml -> new SnapshotReader(text, yaml).read())
                .orElseThrow(() -> problem("the snapshot is empty", Position.startOf(file)));
    }

    /** A line of the file's head. */
    private record Entry(Scalar key, Scalar value) {}

    private Snapshot read() {
        values.mapping(key -> {
            String name = key.text();
            if (HEADER.contains(name)) {
                header.put(name, new Entry(key, values.scalar()));
            } else {
                checkFormat();
                List<String> known = Stream.concat(HEADER.stream(), Section.byName().keySet().stream())
                        .toList();
                section(required(key, known), null);
            }
        });
        checkFormat();
        int server = number(SERVER);
        checkDigest();
        return new Snapshot(Catalog.of(objects), server);
    }

    private void checkFormat() {
        int format = number(FORMAT);
        if (format != SnapshotFile.FORMAT) {
            throw problem(
                    "the snapshot has format %d, this schemactl reads format %d".formatted(format, SnapshotFile.FORMAT),
                    entry(FORMAT).key().position());
        }
    }

    private void checkDigest() {
        Entry digest = entry(DIGEST);
        if (!digest.value().text().equals(SnapshotDigest.of(text))) {
            throw problem(
                    "the snapshot was edited by hand or merged: its digest does not fit what it says",
                    digest.key().position());
        }
    }

    private static Section required(Scalar key, List<String> known) {
        Section section = Section.byName().get(key.text());
        if (section == null) {
            throw problem(
                    "unknown key `%s`%s".formatted(key.text(), Suggestion.hint(key.text(), known)), key.position());
        }
        return section;
    }

    private void section(Section section, @Nullable String relation) {
        values.mapping(title -> block(section, title, relation));
    }

    private void block(Section section, Scalar title, @Nullable String relation) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        Shape shape = section.shape();
        boolean isRelation = Relation.class.isAssignableFrom(section.type());
        values.mapping(key -> {
            Slot slot = shape.slots().get(key.text());
            if (slot != null) {
                properties.set(slot.name(), values.value(slot));
            } else if (isRelation) {
                section(required(key, wordsInRelation(shape)), title.text());
            } else {
                throw SnapshotValues.unknown(key, shape.names());
            }
        });
        objects.add(object(section, title, properties, relation));
    }

    private static List<String> wordsInRelation(Shape shape) {
        return Stream.concat(
                        shape.names().stream(),
                        Section.byName().values().stream()
                                .filter(each ->
                                        each.shape().findSlot("relation").isPresent())
                                .map(Section::name))
                .toList();
    }

    private CatalogObject object(Section section, Scalar title, ObjectNode properties, @Nullable String relation) {
        try {
            new Title(title.text()).addTo(properties, section.shape(), relation);
            return section.type().cast(maker.record(section.shape(), properties));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SNAPSHOT, "this is no object: " + e.getMessage())
                            .at(title.position())
                            .fix(AGAIN),
                    e);
        }
    }

    private int number(String key) {
        Scalar scalar = entry(key).value();
        if (scalar.kind() != YamlNode.Kind.INTEGER || scalar.text().length() > 9) {
            throw problem("`%s` must be a number".formatted(key), scalar.position());
        }
        return Integer.parseInt(scalar.text());
    }

    private Entry entry(String key) {
        Entry entry = header.get(key);
        if (entry == null) {
            throw problem("`%s` is missing; this is no snapshot".formatted(key), start);
        }
        return entry;
    }

    private static ProblemException problem(String message, Position position) {
        return new ProblemException(
                Problem.of(ProblemCode.SNAPSHOT, message).at(position).fix(AGAIN));
    }
}
