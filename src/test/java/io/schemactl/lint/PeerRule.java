package io.schemactl.lint;

import io.schemactl.problem.ProblemCode;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Entry;
import io.schemactl.yaml.YamlNode.Mapping;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlNode.Sequence;
import io.schemactl.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule of another linter, with bad and good examples of it: {@code base} is there before the story, {@code bad} are stories by the rule that
 * finds something in them, {@code refused} by the words with which the server refuses them, {@code good} those in which nothing is found but
 * what {@code allows} lists with the reason.
 *
 * @param linter the other linter
 * @param name the rule's name there
 * @param base SQL that runs before the story
 * @param names what the setting {@code lint-names} says, by kind
 * @param allows rules of ours that find something in good stories that is about something else
 * @param examples the examples
 */
public record PeerRule(
        String linter,
        String name,
        String base,
        Map<String, String> names,
        Map<String, String> allows,
        List<Example> examples) {

    private static final Path FOLDER = Path.of("src/test/resources/io/schemactl/lint/peers");

    /** What is to come of an example. */
    public enum Sort {
        /** A rule finds something. */
        BAD,
        /** The server refuses it. */
        REFUSED,
        /** No rule finds anything. */
        GOOD
    }

    /**
     * An example.
     *
     * @param finds the rule that finds something, or the words of the server; empty if nothing is found
     * @param story its statements
     * @param line where it stands in the file
     */
    public record Example(Sort sort, String finds, PeerStory story, int line) {}

    /** Copies the collections. */
    public PeerRule {
        names = Map.copyOf(names);
        allows = Map.copyOf(allows);
        examples = List.copyOf(examples);
    }

    /** The rules that have examples. */
    public static List<PeerRule> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !FOLDER.equals(file.getParent()))
                    .sorted()
                    .map(PeerRule::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the rules that other linters have, by linter. */
    public static Map<String, List<String>> known() {
        Map<String, List<String>> known = new LinkedHashMap<>();
        for (Entry entry : read(FOLDER.resolve("names.yaml")).entries()) {
            if (entry.value() instanceof Sequence names) {
                known.put(
                        entry.key().text(),
                        names.items().stream().map(PeerRule::text).toList());
            }
        }
        return known;
    }

    /** Why some of them have no examples, by linter and name. */
    public static Map<String, Map<String, String>> reasons() {
        Map<String, Map<String, String>> reasons = new LinkedHashMap<>();
        Mapping all =
                (Mapping) read(FOLDER.resolve("names.yaml")).find("reasons").orElseThrow();
        all.entries().forEach(entry -> reasons.put(entry.key().text(), texts(Optional.of(entry.value()))));
        return reasons;
    }

    private static PeerRule of(Path file) {
        Mapping root = read(file);
        var examples = new ArrayList<Example>();
        root.find("bad").ifPresent(bad -> add(Sort.BAD, (Mapping) bad, examples));
        root.find("refused").ifPresent(refused -> add(Sort.REFUSED, (Mapping) refused, examples));
        root.find("good").ifPresent(good -> add(Sort.GOOD, "", (Sequence) good, examples));
        return new PeerRule(
                "" + file.getName(file.getNameCount() - 2),
                ("" + file.getFileName()).replace(".yaml", ""),
                root.find("base").map(PeerRule::text).orElse("SELECT 1;"),
                texts(root.find("lint-names")),
                texts(root.find("allows")),
                examples);
    }

    private static void add(Sort sort, Mapping stories, List<Example> examples) {
        stories.entries().forEach(entry -> add(sort, entry.key().text(), (Sequence) entry.value(), examples));
    }

    private static void add(Sort sort, String finds, Sequence stories, List<Example> examples) {
        stories.items()
                .forEach(story -> examples.add(new Example(
                        sort,
                        finds,
                        new PeerStory(text(story)),
                        story.position().line())));
    }

    private static Map<String, String> texts(Optional<YamlNode> mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.ifPresent(node -> ((Mapping) node)
                .entries()
                .forEach(entry -> texts.put(entry.key().text(), text(entry.value()))));
        return texts;
    }

    private static String text(YamlNode node) {
        return ((Scalar) node).text();
    }

    private static Mapping read(Path file) {
        return (Mapping) new YamlReader(ProblemCode.CHANGELOG).read(file).orElseThrow();
    }
}
