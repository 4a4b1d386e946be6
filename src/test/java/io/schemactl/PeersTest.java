package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemactl.lint.PeerRule;
import io.schemactl.lint.PeerRule.Example;
import io.schemactl.lint.PeerRule.Sort;
import io.schemactl.lint.PeerStory;
import io.schemactl.lint.Rule;
import io.schemactl.lint.rules.Rules;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Finds what other linters find, and nothing in what they say to write instead. {@code -Dschemactl.test.peer=squawk/ban-} chooses some,
 * {@code -Dschemactl.test.peers=1} takes all.
 */
final class PeersTest {

    private static final String CHOSEN = System.getProperty("schemactl.test.peer", "");

    private static final int SAMPLE = Integer.getInteger("schemactl.test.peers", 4);

    private static final String JUDGED = "story-1-judged";

    /** The stories have no comments and no rollback blocks, which other linters do not look at. */
    private static final String ASIDE = Stream.of(
                    "missing-comment",
                    "missing-rollback",
                    "inexact-rollback",
                    "empty-rollback",
                    "failing-rollback",
                    "blocking-rollback",
                    "rollback-fails-on-rows",
                    "rollback-loss")
            .map(rule -> rule + "=off")
            .collect(Collectors.joining(","));

    /** The columns of the other linters in docs/rules/index.md. */
    private static final Map<String, Integer> COLUMNS =
            Map.of("squawk", 4, "strong_migrations", 5, "pg-schema-diff", 6, "eugene", 7, "atlas", 8);

    @TempDir
    Path folder;

    /**
     * What lint finds.
     *
     * @param place the file and line
     */
    private record Found(String rule, String place, String message) {}

    @Test
    void eachRuleOfTheOthersHasExamplesOrAReasonWhyNot() {
        PeerRule.known().forEach((linter, names) -> {
            var covered = new TreeSet<>(
                    PeerRule.reasons().getOrDefault(linter, Map.of()).keySet());
            PeerRule.all().stream()
                    .filter(rule -> rule.linter().equals(linter))
                    .forEach(rule -> assertTrue(covered.add(rule.name()), rule.name() + " has examples and a reason"));
            assertEquals(new TreeSet<>(names), covered, linter);
        });
        assertEquals(
                PeerRule.known().keySet(),
                PeerRule.all().stream().map(PeerRule::linter).collect(Collectors.toSet()));
    }

    @Test
    void eachRuleOfTheOthersHasBadAndGoodExamples() {
        for (PeerRule rule : PeerRule.all()) {
            List<Sort> sorts = rule.examples().stream().map(Example::sort).toList();
            assertTrue(sorts.contains(Sort.GOOD), rule.name() + " has no good example");
            assertTrue(sorts.contains(Sort.BAD) || sorts.contains(Sort.REFUSED), rule.name() + " has no bad example");
        }
    }

    @Test
    void theIndexSaysWhichRuleFindsWhatTheOthersFind() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/rules/index.md"));
        List<String> missing = new ArrayList<>();
        for (PeerRule rule : PeerRule.all()) {
            for (Example example : rule.examples()) {
                String row = rows.stream()
                        .filter(each -> each.startsWith("| [%s](".formatted(example.finds())))
                        .findFirst()
                        .orElse("");
                String cell =
                        row.isEmpty() ? "" : row.split("\\|", -1)[Objects.requireNonNull(COLUMNS.get(rule.linter()))];
                if (example.sort() == Sort.BAD
                        && !List.of(cell.split("[,(]", -1)).stream()
                                .map(String::strip)
                                .toList()
                                .contains(rule.name())) {
                    missing.add("%s: %s %s".formatted(example.finds(), rule.linter(), rule.name()));
                }
            }
        }
        assertEquals(List.of(), missing.stream().distinct().sorted().toList());
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> findsTheBadAndNothingInTheGood() {
        List<PeerRule> rules = PeerRule.all();
        return TestServers.ends().stream()
                .flatMap(major -> IntStream.range(0, rules.size())
                        .boxed()
                        .flatMap(number -> rules.get(number).examples().stream()
                                .filter(example -> isTried(rules.get(number), example, number))
                                .map(example -> test(rules.get(number), example, major))));
    }

    private static boolean isTried(PeerRule rule, Example example, int number) {
        return CHOSEN.isEmpty()
                ? (number + example.line()) % SAMPLE == 0
                : Stream.of(CHOSEN.split(",", -1)).anyMatch((rule.linter() + "/" + rule.name())::startsWith);
    }

    private DynamicTest test(PeerRule rule, Example example, int major) {
        String name = "%s/%s.yaml:%d on %d".formatted(rule.linter(), rule.name(), example.line(), major);
        return DynamicTest.dynamicTest(name, () -> check(rule, example, major));
    }

    private void check(PeerRule rule, Example example, int major) throws IOException, SQLException {
        Path place = Files.createTempDirectory(folder, "peer");
        PeerStory.Written story = example.story().changelog();
        String here = "%s/changelog.yaml:%d:".formatted(JUDGED, story.line());
        String change = "%s/changelog.yaml:%d:".formatted(JUDGED, story.change());
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            var project = new Project(place, database);
            write(project, rule, story);
            Project.Run run = project.run(arguments(rule, example));
            if (example.sort() == Sort.REFUSED) {
                assertEquals(5, run.code(), run::toString);
                assertTrue(run.err().contains(example.finds()) && run.err().contains(here), run::toString);
                return;
            }
            assertTrue(run.code() <= 1, () -> "lint fails: " + run);
            List<Found> found = found(run.out());
            if (example.sort() == Sort.BAD) {
                assertTrue(
                        found.stream()
                                .anyMatch(each -> each.rule().equals(example.finds())
                                        && List.of(here, change).contains(each.place())),
                        () -> "%s finds nothing at %s; found is %s".formatted(example.finds(), here, found));
            } else {
                assertEquals(
                        List.of(),
                        found.stream()
                                .filter(each -> !rule.allows().containsKey(each.rule()))
                                .toList());
            }
        }
    }

    private static void write(Project project, PeerRule rule, PeerStory.Written story) throws IOException {
        Files.createDirectories(project.folder().resolve("story-0-base"));
        Files.createDirectories(project.folder().resolve(JUDGED));
        project.changelog("""
                  - include: { file: story-0-base/changelog.yaml, relativeToChangelogFile: true }
                  - include: { file: story-1-judged/changelog.yaml, relativeToChangelogFile: true }
                """);
        project.file(
                "story-0-base/changelog.yaml",
                "databaseChangeLog:\n"
                        + Project.changeSet(0, true, rule.base())
                                .replaceFirst("splitStatements: false", "splitStatements: true"));
        project.file(JUDGED + "/changelog.yaml", story.yaml());
    }

    private static String[] arguments(PeerRule rule, Example example) {
        String asked = Rules.all().stream()
                .filter(Rule::isOptional)
                .map(Rule::id)
                .filter(example.finds()::equals)
                .map(id -> "," + id + "=note")
                .collect(Collectors.joining());
        List<String> arguments =
                new ArrayList<>(List.of("lint", "--format", "json", "--story", JUDGED, "--lint-rules", ASIDE + asked));
        if (!rule.names().isEmpty()) {
            String names = rule.names().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(","));
            arguments.addAll(List.of("--lint-names", names));
        }
        return arguments.toArray(String[]::new);
    }

    private static List<Found> found(String json) throws IOException {
        var found = new ArrayList<Found>();
        for (JsonNode target : new ObjectMapper().readTree(json).path("targets")) {
            for (JsonNode finding : target.path("findings")) {
                JsonNode position = finding.path("position");
                String place = "%s:%d:"
                        .formatted(
                                position.path("path").asText(),
                                position.path("line").asInt());
                found.add(new Found(
                        finding.path("rule").asText(),
                        place,
                        finding.path("message").asText()));
            }
        }
        return found;
    }
}
