package io.schemactl.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of a rule. Its examples are fenced blocks: {@code sql given} is there before the story, {@code sql bad} and {@code sql good} are
 * stories; {@code alone} behind it means without a transaction, {@code since=18} on that version and newer only. {@code yaml} blocks are whole
 * changelogs; {@code yaml base} is the story on another branch, {@code yaml fork} where the branches parted, if it was another one there;
 * {@code yaml file=expect.yaml} stands beside the next example.
 *
 * @param id the rule
 * @param text the page
 */
public record RulePage(String id, String text) {

    private static final Path PAGES = Path.of("docs/rules");
    private static final Path MORE = Path.of("src/test/resources/io/schemactl/lint/rules");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sql|yaml) ([^\\n]+)\\n(.*?)^```$");
    private static final Pattern SINCE = Pattern.compile("since=(\\d+)");

    /**
     * An example.
     *
     * @param around what is there before it and beside it
     * @param language {@code sql} or {@code yaml}
     * @param words what stands behind the language
     * @param body the example
     * @param line where it begins on the page
     */
    public record Example(Around around, String language, Set<String> words, String body, int line) {

        /** Whether the rule should find something. */
        public boolean isBad() {
            return words.contains("bad");
        }

        /** Whether it runs without a transaction. */
        public boolean isAlone() {
            return words.contains("alone");
        }

        /** The oldest version that it runs on. */
        public int since() {
            return words.stream()
                    .map(SINCE::matcher)
                    .filter(Matcher::matches)
                    .map(found -> Integer.valueOf(found.group(1)))
                    .findFirst()
                    .orElse(0);
        }
    }

    /**
     * What is there before an example and beside it.
     *
     * @param given SQL that runs before it
     * @param base the story on another branch; null if there is none
     * @param fork the story where the branches parted; null if there is no other branch
     * @param files files beside it, by their names
     */
    public record Around(
            String given, @Nullable String base, @Nullable String fork, Map<String, String> files) {
        /** Copies the files. */
        public Around {
            files = Map.copyOf(files);
        }

        private Around with(Set<String> words, String body) {
            if (words.contains("given")) {
                return new Around(body, base, fork, files);
            }
            if (words.contains("fork")) {
                return new Around(given, base, body, files);
            }
            return words.contains("base")
                    ? new Around(given, body, fork == null ? body : fork, files)
                    : new Around(given, base, fork, Map.of(file(words).orElseThrow(), body));
        }

        private Around withoutFiles() {
            return new Around(given, base, fork, Map.of());
        }
    }

    private static Optional<String> file(Set<String> words) {
        return words.stream()
                .filter(word -> word.startsWith("file="))
                .map(word -> word.substring("file=".length()))
                .findFirst();
    }

    private static boolean isExample(Set<String> words) {
        return words.contains("good") || words.contains("bad");
    }

    /** The pages of all rules, and further examples of theirs that are no use to readers. */
    public static List<RulePage> all() {
        return Stream.of(PAGES, MORE)
                .flatMap(folder -> in(folder).stream())
                .filter(page -> !page.id().equals("index"))
                .toList();
    }

    /** The pages that people read. */
    public static List<RulePage> published() {
        return in(PAGES).stream().filter(page -> !page.id().equals("index")).toList();
    }

    private static List<RulePage> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(RulePage::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RulePage of(Path file) {
        try {
            return new RulePage(("" + file.getFileName()).replace(".md", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its examples, in their order. */
    public List<Example> examples() {
        var examples = new ArrayList<Example>();
        var around = new Around("", null, null, Map.of());
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            Set<String> words = Set.of(matcher.group(2).strip().split("\\s+"));
            if (isExample(words)) {
                int line = (int) text.substring(0, matcher.start()).lines().count() + 1;
                examples.add(new Example(around, matcher.group(1), words, matcher.group(3), line));
                around = around.withoutFiles();
            } else {
                around = around.with(words, matcher.group(3));
            }
        }
        return examples;
    }
}
