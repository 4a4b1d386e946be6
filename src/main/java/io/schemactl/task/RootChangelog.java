package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Mapping;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlNode.Sequence;
import io.schemactl.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A root changelog to which an include is added; its text and style stay as they are. */
final class RootChangelog {

    private static final String LIST = "databaseChangeLog";

    private final Target target;
    private final String text;
    private final List<String> lines;
    private final YamlNode list;

    private RootChangelog(Target target, String text, YamlNode list) {
        this.target = target;
        this.text = text;
        this.lines = text.lines().toList();
        this.list = list;
    }

    /**
     * Reads a target's root changelog.
     *
     * @throws ProblemException if it is not YAML that includes can be added to
     */
    static RootChangelog read(Target target) {
        Path file = target.changelog();
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            throw refused("the root changelog is not YAML: " + file);
        }
        try {
            String text = Files.readString(file);
            @Nullable
            YamlNode root =
                    new YamlReader(ProblemCode.CHANGELOG).parse(file, text).orElse(null);
            @Nullable
            YamlNode list = root instanceof Mapping mapping ? mapping.find(LIST).orElse(null) : null;
            boolean isFlow = list instanceof Sequence sequence
                    && !sequence.items().isEmpty()
                    && !text.lines()
                            .toList()
                            .get(sequence.position().line() - 1)
                            .substring(sequence.position().column() - 1)
                            .startsWith("-");
            if (list == null || isFlow) {
                throw refused("the root changelog has no list of stories with a line each: " + file);
            }
            return new RootChangelog(target, text, list);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.CHANGELOG, "cannot read %s: %s".formatted(file, e.getMessage())), e);
        }
    }

    private static ProblemException refused(String message) {
        return new ProblemException(Problem.of(ProblemCode.CHANGELOG, message)
                .state("nothing was written")
                .fix("write the story with a root changelog in YAML, or by hand"));
    }

    String text() {
        return text;
    }

    /** The folder that new stories belong into: where the changelog looks for stories by itself, or else its own. */
    Path folder() {
        Path own = Objects.requireNonNull(target.changelog().getParent());
        Optional<Mapping> includeAll = findIncludeAll();
        Optional<String> path = includeAll.flatMap(RootChangelog::text);
        boolean relative = includeAll.filter(RootChangelog::isRelative).isPresent();
        return path.map(name ->
                        (relative ? own : target.searchPath()).resolve(name).normalize())
                .orElse(own);
    }

    private static Optional<String> text(Mapping includeAll) {
        return includeAll.find("path").filter(Scalar.class::isInstance).map(path -> ((Scalar) path).text());
    }

    private static boolean isRelative(Mapping include) {
        return include.find("relativeToChangelogFile")
                .filter(value -> value instanceof Scalar scalar && scalar.text().equalsIgnoreCase("true"))
                .isPresent();
    }

    private List<YamlNode> items() {
        return list instanceof Sequence sequence ? sequence.items() : List.of();
    }

    private Optional<Mapping> findIncludeAll() {
        return items().stream()
                .filter(Mapping.class::isInstance)
                .flatMap(item -> ((Mapping) item).find("includeAll").stream())
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .reduce((first, second) -> second);
    }

    /** The text that includes a story's changelog at the end too; empty if the changelog finds stories by itself. */
    Optional<String> including(Path folder) {
        List<YamlNode> items = items();
        if (findIncludeAll().isPresent()) {
            return Optional.empty();
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        var changed = new ArrayList<>(lines);
        if (items.isEmpty()) {
            int at = list.position().line() - 1;
            changed.set(at, LIST + ":");
            changed.addAll(at + 1, usual(folder, "  "));
        } else {
            changed.addAll(end(items), item(items, folder));
        }
        return Optional.of(String.join(end, changed) + end);
    }

    /** The index of the line behind the last item, comments behind it aside. */
    private int end(List<YamlNode> items) {
        int indent = indent(items);
        int end = items.get(items.size() - 1).position().line();
        for (int i = end; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean isContent = !line.isBlank() && !line.stripLeading().startsWith("#");
            if (isContent && line.length() - line.stripLeading().length() <= indent) {
                break;
            }
            end = isContent ? i + 1 : end;
        }
        return end;
    }

    /** How far the hyphens of the list are from the margin. */
    private static int indent(List<YamlNode> items) {
        return Math.max(0, items.get(0).position().column() - 3);
    }

    /** A new item that looks like the last include, if there is one. */
    private List<String> item(List<YamlNode> items, Path folder) {
        String margin = lines.get(items.get(0).position().line() - 1).replaceFirst("^(\\s*)-.*", "$1");
        Mapping last = items.get(items.size() - 1) instanceof Mapping mapping ? mapping : null;
        @Nullable
        Mapping include = last == null
                ? null
                : (Mapping)
                        last.find("include").filter(Mapping.class::isInstance).orElse(null);
        if (last == null || include == null || !(include.find("file").orElse(null) instanceof Scalar file)) {
            return usual(folder, margin);
        }
        List<String> model = lines.subList(last.position().line() - 1, end(items));
        boolean relative = isRelative(include);
        String path = relative ? local(folder) : fromSearchPath(folder);
        boolean isPlain =
                model.stream().filter(line -> line.contains(file.text())).count() == 1
                        && model.stream().noneMatch(line -> line.stripLeading().startsWith("#"));
        return isPlain
                ? model.stream().map(line -> line.replace(file.text(), path)).toList()
                : usual(folder, margin);
    }

    private static List<String> usual(Path folder, String margin) {
        return List.of(
                margin + "- include:",
                margin + "    file: " + local(folder),
                margin + "    relativeToChangelogFile: true");
    }

    private static String local(Path folder) {
        return Objects.requireNonNull(folder.getFileName()) + "/" + StoryFolder.CHANGELOG;
    }

    private String fromSearchPath(Path folder) {
        return target.searchPath()
                .relativize(folder.resolve(StoryFolder.CHANGELOG))
                .toString()
                .replace('\\', '/');
    }
}
