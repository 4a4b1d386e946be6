package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.cli.CommandRun;
import io.schemactl.db.Interruption;
import io.schemactl.db.WorkConnection;
import io.schemactl.prove.FunctionalTests;
import io.schemactl.prove.TestResult;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import io.schemactl.story.Story;
import io.schemactl.story.StoryTest;
import io.schemactl.story.StoryTests;
import io.schemactl.story.TestsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The functional tests that the four applications ship with, story by story on every major version that is asked for. */
final class ShippedTestsTest {

    private static final Map<String, String> TARGETS = Map.of(
            "candidates-portal", "portal",
            "course-platform", "course",
            "interview-practice", "practice",
            "mall-video", "mall");

    private static final Pattern INCLUDED = Pattern.compile("file: *(\\S+)/changelog\\.yaml");

    /** How many acceptance tests story T182 has in each of its groups. */
    private static final List<Integer> GROUPS = List.of(1, 8, 5, 3, 1, 7, 2);

    static Stream<Arguments> applicationsOnVersions() {
        return TestServers.versions().stream()
                .flatMap(version -> TARGETS.keySet().stream().sorted().map(name -> Arguments.of(name, version)));
    }

    /** The stories of an application, in the order in which its root changelog includes them. */
    private static List<Story> stories(String application) throws IOException {
        Path folder = Path.of("changelog").resolve(application);
        return INCLUDED.matcher(Files.readString(folder.resolve("changelog.yaml")))
                .results()
                .map(include -> Story.of(folder.resolve(include.group(1)).resolve("changelog.yaml")))
                .toList();
    }

    private static StoryTests tests(Story story) {
        return TestsFile.read(story, new Identifier("public"));
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("applicationsOnVersions")
    void pass(String application, int version) throws IOException, SQLException {
        List<Story> stories = stories(application);
        assertTrue(stories.size() >= 2, stories.toString());
        try (TestDatabase database = TestServers.freshDatabase(version)) {
            for (Story story : stories) {
                StoryTests tests = tests(story);
                assertFalse(tests.tests().isEmpty(), "tests of " + story.name());
                try (WorkConnection connection = connect(database)) {
                    assertPassed(tests.before().size(), new FunctionalTests(connection).before(tests));
                    // The old application's statements are right: they succeed before the story too.
                    assertPassed(tests.compatible().size(), new FunctionalTests(connection).compatible(tests));
                    assertSeeThatTheStoryIsMissing(new FunctionalTests(connection).run(tests));
                }
                upgrade(database, application, story);
                try (WorkConnection connection = connect(database)) {
                    assertPassed(tests.tests().size(), new FunctionalTests(connection).run(tests));
                    assertPassed(tests.compatible().size(), new FunctionalTests(connection).compatible(tests));
                }
            }
        }
    }

    /** Tests that pass without their story test nothing of it; a few may say that something stays as it was. */
    private static void assertSeeThatTheStoryIsMissing(List<TestResult> results) {
        List<String> passed = results.stream()
                .filter(TestResult::passed)
                .map(TestResult::name)
                .toList();
        assertTrue(passed.size() <= results.size() / 8, passed.toString());
    }

    private static void assertPassed(int expected, List<TestResult> results) {
        assertEquals(
                List.of(), results.stream().filter(result -> !result.passed()).toList());
        assertEquals(expected, results.size());
    }

    private static WorkConnection connect(TestDatabase database) throws SQLException {
        var driver = DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple");
        return new WorkConnection(driver, new Interruption(), notice -> {});
    }

    private static void upgrade(TestDatabase database, String application, Story story) {
        List<String> arguments = List.of(
                "upgrade",
                "--to",
                story.name(),
                "--config",
                "changelog/schemactl.yaml",
                "-t",
                TARGETS.get(application),
                "--url",
                database.url());
        CommandRun run = CommandRun.of(arguments);
        assertEquals(0, run.code(), run.toString());
    }

    @Test
    void coverEveryAcceptanceTestOfStoryT182() {
        Story story = Story.of(Path.of("changelog/course-platform/story-T182-video-storage/changelog.yaml"));
        var numbers = new TreeSet<String>();
        tests(story).tests().stream().map(StoryTest::name).forEach(name -> numbers.add(name.split(" ")[0]));

        var expected = new TreeSet<String>();
        for (int group = 1; group <= GROUPS.size(); group++) {
            int number = group;
            IntStream.rangeClosed(1, GROUPS.get(group - 1)).forEach(test -> expected.add(number + "." + test));
        }
        assertEquals(27, expected.size());
        assertEquals(expected, numbers);
    }

    @Test
    void storiesThatChangeTablesWithRowsPutRowsInAndKeepTheOldApplicationWorking() throws IOException {
        for (String application : TARGETS.keySet()) {
            for (Story story : stories(application).stream().skip(1).toList()) {
                assertFalse(tests(story).before().isEmpty(), "rows before " + story.name());
                assertFalse(tests(story).compatible().isEmpty(), "old statements for " + story.name());
            }
        }
    }
}
