package io.schemactl.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.story.StoryTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what docs/tests.md shows: a database, a story, and tests files. */
final class TestsPageTest {

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "$\\R(.*?)^```$")
                .matcher(Files.readString(Path.of("docs/tests.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    static List<Integer> versions() {
        return TestServers.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyExampleIsTrue(int version) throws IOException, SQLException {
        List<String> sql = blocks("sql");
        List<StoryTests> files = blocks("yaml").stream().map(TestDesk::parse).toList();
        assertEquals(2, sql.size());
        assertEquals(2, files.size());
        var results = new ArrayList<TestResult>();
        try (TestDatabase database = TestServers.freshDatabase(version);
                TestDesk desk = TestDesk.on(database)) {
            var tests = new FunctionalTests(desk.connection());
            database.execute(sql.get(0));
            for (StoryTests file : files) {
                results.addAll(tests.before(file));
            }
            database.execute(sql.get(1));
            for (StoryTests file : files) {
                results.addAll(tests.compatible(file));
                results.addAll(tests.run(file));
            }
        }
        assertEquals(
                List.of(), results.stream().filter(result -> !result.passed()).toList());
        assertEquals(13, results.size());
    }
}
