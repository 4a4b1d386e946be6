package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemactl.Project.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sees prove find what is wrong with each rollback of {@code wrong-rollbacks.txt}. A sample of them; all with
 * {@code -Dschemactl.test.rollbacks=1}, or those with a word in their name with {@code -Dschemactl.test.case=}.
 */
final class RollbackCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/schemactl/prove");
    private static final int EACH = Integer.getInteger("schemactl.test.rollbacks", 9);
    private static final String CHOSEN = System.getProperty("schemactl.test.case", "");

    @TempDir
    Path folder;

    /** A case: its name, and its lines by their first words. */
    private record Case(String name, Map<String, String> lines) {

        String line(String key) {
            return lines.getOrDefault(key, "");
        }

        static Case of(String block) {
            List<String> lines =
                    block.lines().filter(line -> !line.startsWith("#")).toList();
            Map<String, String> parts = new HashMap<>();
            lines.stream().skip(1).forEach(line -> {
                int colon = line.indexOf(':');
                parts.put(line.substring(0, colon), line.substring(colon + 1).strip());
            });
            return new Case(lines.get(0), parts);
        }
    }

    @TestFactory
    Stream<DynamicTest> findsWhatIsWrong() throws IOException {
        List<Case> cases = Stream.of(Files.readString(FOLDER.resolve("wrong-rollbacks.txt"))
                        .strip()
                        .split("\n\n"))
                .filter(block -> block.lines().anyMatch(line -> !line.startsWith("#")))
                .map(Case::of)
                .toList();
        assertEquals(cases.size(), cases.stream().map(Case::name).distinct().count());
        return IntStream.range(0, cases.size())
                .filter(index -> CHOSEN.isEmpty()
                        ? index % EACH == 0
                        : cases.get(index).name().contains(CHOSEN))
                .mapToObj(index -> DynamicTest.dynamicTest(
                        cases.get(index).name(), () -> check(cases.get(index), folder.resolve("case" + index))));
    }

    private static void check(Case one, Path place) throws IOException, SQLException {
        Files.createDirectories(place);
        try (var project = stories(Project.in(place), one)) {
            Run run = project.run("prove", "--story", "story-1-new", "--format", "json");

            assertTrue(run.code() < 2, run.toString());
            JsonNode story = new ObjectMapper()
                    .readTree(run.out())
                    .path("targets")
                    .path(0)
                    .path("stories")
                    .path(0);
            assertEquals(one.line("grade"), story.path("grade").asText(), run.toString());
            List<String> found = findings(story);
            assertTrue(
                    found.stream().anyMatch(each -> each.startsWith(one.line("found")))
                            || one.line("found").isEmpty(),
                    found + "\n" + run);
            assertTrue(
                    one.line("lost").isEmpty()
                            || story.path("losses").findValuesAsText("object").contains(one.line("lost")),
                    run.toString());
            boolean isGood =
                    one.line("grade").equals("loses-data") || one.line("grade").equals("exact");
            assertEquals(isGood ? 0 : 1, run.code(), run.toString());
        }
    }

    private static Project stories(Project project, Case one) throws IOException {
        for (String story : List.of("story-0-shop", "story-1-new")) {
            Files.createDirectories(project.folder().resolve(story));
        }
        String shop = Files.readString(FOLDER.resolve("wrong-rollbacks.sql"));
        String up = Project.changeSet(1, one.line("alone").isEmpty(), one.line("up"), one.line("down"));
        if (one.line("down").startsWith("[")) {
            up = up.substring(0, up.indexOf("      rollback:")) + "      rollback: %s\n".formatted(one.line("down"));
        }
        if (!one.line("tests").isEmpty()) {
            project.file("story-1-new/tests.yaml", "before: |\n  %s\n".formatted(one.line("tests")));
        }
        return project.changelog("""
                          - include: { file: story-0-shop/changelog.yaml, relativeToChangelogFile: true }
                          - include: { file: story-1-new/changelog.yaml, relativeToChangelogFile: true }
                        """)
                .file(
                        "story-0-shop/changelog.yaml",
                        "databaseChangeLog:\n" + Project.changeSet(0, true, shop + one.line("given")))
                .file("story-1-new/changelog.yaml", "databaseChangeLog:\n" + up);
    }

    private static List<String> findings(JsonNode story) {
        var found = new ArrayList<String>();
        StreamSupport.stream(story.path("findings").spliterator(), false)
                .forEach(finding -> found.add(finding.path("rule").asText() + " "
                        + finding.path("object").asText()));
        return found;
    }
}
