package io.schemactl.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page of a rule. Its examples are fenced blocks: {@code sql given} is there before the story, {@code sql bad} and {@code sql good} are
 * stories; {@code alone} behind it means without a transaction, {@code since=18} on that version and newer only. {@code yaml} blocks are whole
 * changelogs.
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
     * @param given what is there before it
     * @param language {@code sql} or {@code yaml}
     * @param words what stands behind the language
     * @param body the example
     * @param line where it begins on the page
     */
    public record Example(String given, String language, Set<String> words, String body, int line) {

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
        String given = "";
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            Set<String> words = Set.of(matcher.group(2).strip().split("\\s+"));
            if (words.contains("given")) {
                given = matcher.group(3);
            } else {
                int line = (int) text.substring(0, matcher.start()).lines().count() + 1;
                examples.add(new Example(given, matcher.group(1), words, matcher.group(3), line));
            }
        }
        return examples;
    }
}
