package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Relation;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Entry;
import io.schemactl.yaml.YamlNode.Mapping;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a snapshot file, and says where it is wrong. */
final class SnapshotReader {

    private static final List<String> HEADER = List.of("format", "server", "digest");
    private static final String AGAIN = "run `schemactl snapshot` to write the file again";

    private final Path file;
    private final List<CatalogObject> objects = new ArrayList<>();

    SnapshotReader(Path file) {
        this.file = file;
    }

    Snapshot read() {
        YamlNode document = new YamlReader(ProblemCode.SNAPSHOT)
                .read(file)
                .orElseThrow(() -> problem("the snapshot is empty", Position.startOf(file)));
        Mapping mapping = SnapshotValues.mapping(document);
        checkFormat(mapping);
        int server = number(mapping, "server");
        sections(mapping);
        checkDigest(mapping);
        return new Snapshot(Catalog.of(objects), server);
    }

    private void checkFormat(Mapping mapping) {
        int format = number(mapping, "format");
        if (format != SnapshotFile.FORMAT) {
            throw problem(
                    "the snapshot has format %d, this schemactl reads format %d".formatted(format, SnapshotFile.FORMAT),
                    position(mapping, "format"));
        }
    }

    private void checkDigest(Mapping mapping) {
        if (!scalar(mapping, "digest").text().equals(SnapshotFile.digest(text()))) {
            throw problem(
                    "the snapshot was edited by hand or merged: its digest does not fit what it says",
                    position(mapping, "digest"));
        }
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SNAPSHOT, "cannot read %s: %s".formatted(file, e.getMessage())), e);
        }
    }

    private void sections(Mapping document) {
        for (Entry entry : document.entries()) {
            String name = entry.key().text();
            if (!HEADER.contains(name)) {
                List<String> known = Stream.concat(HEADER.stream(), Section.byName().keySet().stream())
                        .toList();
                section(required(name, entry.key(), known), entry.value(), null);
            }
        }
    }

    private static Section required(String name, Scalar key, List<String> known) {
        Section section = Section.byName().get(name);
        if (section == null) {
            throw problem("unknown key `%s`%s".formatted(name, Suggestion.hint(name, known)), key.position());
        }
        return section;
    }

    private void section(Section section, YamlNode blocks, @Nullable String relation) {
        for (Entry block : SnapshotValues.mapping(blocks).entries()) {
            block(section, block, relation);
        }
    }

    private void block(Section section, Entry block, @Nullable String relation) {
        Mapping mapping = SnapshotValues.mapping(block.value());
        boolean isRelation = Relation.class.isAssignableFrom(section.type());
        var own = new ArrayList<Entry>();
        for (Entry entry : mapping.entries()) {
            boolean isProperty = section.shape().findSlot(entry.key().text()).isPresent();
            if (isProperty || !isRelation) {
                own.add(entry);
            } else {
                String name = entry.key().text();
                section(
                        required(name, entry.key(), wordsInRelation(section)),
                        entry.value(),
                        block.key().text());
            }
        }
        objects.add(object(section, block, new Mapping(own, mapping.position()), relation));
    }

    private static List<String> wordsInRelation(Section section) {
        return Stream.concat(
                        section.shape().names().stream(),
                        Section.byName().values().stream()
                                .filter(each ->
                                        each.shape().findSlot("relation").isPresent())
                                .map(Section::name))
                .toList();
    }

    private static CatalogObject object(Section section, Entry block, Mapping mapping, @Nullable String relation) {
        ObjectNode properties = SnapshotValues.properties(section.shape(), mapping);
        try {
            new Title(block.key().text()).addTo(properties, section.shape(), relation);
            return CatalogForm.object(section.type(), properties);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SNAPSHOT, "this is no object: " + e.getMessage())
                            .at(block.key().position())
                            .fix(AGAIN),
                    e);
        }
    }

    private int number(Mapping mapping, String key) {
        Scalar scalar = scalar(mapping, key);
        if (scalar.kind() != YamlNode.Kind.INTEGER || scalar.text().length() > 9) {
            throw problem("`%s` must be a number".formatted(key), scalar.position());
        }
        return Integer.parseInt(scalar.text());
    }

    private Scalar scalar(Mapping mapping, String key) {
        if (mapping.find(key).orElse(null) instanceof Scalar scalar) {
            return scalar;
        }
        throw problem("`%s` is missing; this is no snapshot".formatted(key), mapping.position());
    }

    private Position position(Mapping mapping, String key) {
        return mapping.findEntry(key).map(entry -> entry.key().position()).orElse(Position.startOf(file));
    }

    private static ProblemException problem(String message, Position position) {
        return new ProblemException(
                Problem.of(ProblemCode.SNAPSHOT, message).at(position).fix(AGAIN));
    }
}
