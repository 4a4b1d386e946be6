package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemactl.lint.Rule;
import io.schemactl.lint.RulePage;
import io.schemactl.lint.RulePage.Example;
import io.schemactl.lint.rules.Rules;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each rule has a page, and finds what the page says is bad and nothing of what it says is good. {@code -Dschemactl.test.rule=drop-,blocking-} chooses some. */
final class RulesTest {

    private static final String CHOSEN = System.getProperty("schemactl.test.rule", "");

    private static final String JUDGED = "story-1-judged/changelog.yaml";

    private static final int SAMPLE = Integer.getInteger("schemactl.test.rules", 6);

    @TempDir
    Path folder;

    @Test
    void eachRuleHasAPageThatBeginsWithItsSummary() {
        assertEquals(
                Rules.ids(),
                RulePage.published().stream().map(RulePage::id).sorted().toList());
        for (Rule rule : Rules.all()) {
            String page = RulePage.published().stream()
                    .filter(each -> each.id().equals(rule.id()))
                    .findFirst()
                    .orElseThrow()
                    .text();
            String begin = "# %s\n\n%s\n\nSeverity: %s%s.\n"
                    .formatted(
                            rule.id(),
                            rule.summary(),
                            rule.severity().word(),
                            rule.isOptional() ? ", off unless the settings say otherwise" : "");
            assertTrue(page.startsWith(begin), "the page of %s does not begin with\n%s".formatted(rule.id(), begin));
            assertTrue(page.contains("\n## Why it hurts\n"), rule.id());
            assertTrue(page.contains("\n## Instead\n"), rule.id());
        }
    }

    @Test
    void theIndexHasARowForEachRule() throws IOException {
        String index = Files.readString(Path.of("docs/rules/index.md"));
        for (Rule rule : Rules.all()) {
            String severity = rule.severity().word() + (rule.isOptional() ? ", off" : "");
            String row = "\n| [%s](%s.md) | %s | %s |".formatted(rule.id(), rule.id(), severity, rule.summary());
            assertTrue(index.contains(row), "docs/rules/index.md has no row that begins with" + row);
        }
    }

    @Test
    void eachRuleHasBadAndGoodExamples() {
        for (RulePage page : RulePage.published()) {
            assertTrue(page.examples().stream().anyMatch(Example::isBad), page.id() + " has no bad example");
            assertTrue(page.examples().stream().anyMatch(each -> !each.isBad()), page.id() + " has no good example");
        }
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> findsTheBadAndNothingElse() {
        return TestServers.ends().stream()
                .flatMap(major -> RulePage.all().stream()
                        .filter(page -> Stream.of(CHOSEN.split(",", -1)).anyMatch(page.id()::startsWith))
                        .flatMap(page -> page.examples().stream()
                                .filter(example -> isTried(example, major))
                                .map(example -> DynamicTest.dynamicTest(
                                        "%s line %d on %d".formatted(page.id(), example.line(), major),
                                        () -> check(page.id(), example, major)))));
    }

    /** On the newest version all, on the oldest a sample: it waits a second for the counts of each statement outside a transaction. */
    private static boolean isTried(Example example, int major) {
        List<Integer> ends = TestServers.ends();
        boolean isNewest = major == ends.get(ends.size() - 1);
        boolean isChosen = isNewest || !CHOSEN.isEmpty() || example.since() > 0 || example.line() % SAMPLE == 0;
        return example.since() <= major && isChosen;
    }

    private void check(String rule, Example example, int major) throws IOException, SQLException {
        Path place = Files.createTempDirectory(folder, rule);
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            var project = new Project(place, database);
            write(project, example);
            Project.Run run = project.run(arguments(rule, example));
            if (run.code() > 1) {
                fail("lint fails: " + run);
            }
            List<String> found = messages(run.out(), rule);
            assertEquals(
                    example.isBad(),
                    !found.isEmpty(),
                    () -> "%s finds %s in\n%s".formatted(rule, found, example.body()));
        }
    }

    private static String[] arguments(String rule, Example example) {
        List<String> arguments = new ArrayList<>(List.of("lint", "--format", "json"));
        if (Rules.all().stream().anyMatch(each -> each.id().equals(rule) && each.isOptional())) {
            arguments.addAll(List.of("--lint-rules", rule + "=note"));
        }
        if (example.around().base() != null) {
            arguments.addAll(List.of("--since", "main"));
        }
        return arguments.toArray(String[]::new);
    }

    private static void write(Project project, Example example) throws IOException {
        Files.createDirectories(project.folder().resolve("story-0-given"));
        Files.createDirectories(project.folder().resolve("story-1-judged"));
        project.changelog("""
                  - include: { file: story-0-given/changelog.yaml, relativeToChangelogFile: true }
                  - include: { file: story-1-judged/changelog.yaml, relativeToChangelogFile: true }
                """);
        String given = example.around().given();
        project.file(
                "story-0-given/changelog.yaml",
                "databaseChangeLog:\n" + Project.changeSet(0, true, given.isBlank() ? "SELECT 1" : given));
        example.around().files().forEach((name, text) -> project.file("story-1-judged/" + name, text));
        String base = example.around().base();
        if (base != null) {
            var git = GitFolder.create(project.folder());
            project.file(JUDGED, Objects.requireNonNull(example.around().fork()));
            git.commit("fork");
            git.branch("feature");
            project.file(JUDGED, base);
            git.commit("base");
            git.checkOut("feature");
        }
        project.file(
                JUDGED,
                example.language().equals("yaml") ? example.body() : "databaseChangeLog:\n" + changeSet(example));
    }

    /** Statements stand in changes of their own, as people write them. */
    private static String changeSet(Example example) {
        String whole = Project.changeSet(1, !example.isAlone(), example.body());
        return whole.replaceFirst("splitStatements: false", "splitStatements: true");
    }

    private static List<String> messages(String json, String rule) throws IOException {
        var messages = new ArrayList<String>();
        for (JsonNode target : new ObjectMapper().readTree(json).path("targets")) {
            for (JsonNode finding : target.path("findings")) {
                if (finding.path("rule").asText().equals(rule)
                        && finding.path("story").asText().equals("story-1-judged")) {
                    messages.add(finding.path("message").asText());
                }
            }
        }
        return messages;
    }
}
