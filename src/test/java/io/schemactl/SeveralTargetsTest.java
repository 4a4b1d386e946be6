package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.cli.CommandRun;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several targets in one command, one after the other and at once. */
final class SeveralTargetsTest {

    @Test
    void worksOnAllTargetsAtOnce() throws SQLException {
        try (TestDatabase portal = TestServers.freshDatabase();
                TestDatabase course = TestServers.freshDatabase();
                TestDatabase practice = TestServers.freshDatabase();
                TestDatabase mall = TestServers.freshDatabase()) {
            var variables = Map.of(
                    "DATABASE_URL", portal.url(),
                    "COURSE_DATABASE_URL", course.url(),
                    "PRACTICE_DATABASE_URL", practice.url(),
                    "MALL_DATABASE_URL", mall.url());
            for (String command : List.of("upgrade", "verify", "rollback --count 1", "upgrade", "rollback --all")) {
                CommandRun run = run(command, "4", variables);
                assertEquals(0, run.code(), command + ": " + run);
                assertTrue(inOrder(run.out(), "portal:", "course:", "practice:", "mall:"), run.toString());
            }
        }
    }

    @Test
    void goesOnWhenOneTargetFails() throws SQLException {
        try (TestDatabase portal = TestServers.freshDatabase();
                TestDatabase mall = TestServers.freshDatabase()) {
            var variables = Map.of(
                    "DATABASE_URL",
                    portal.url(),
                    "COURSE_DATABASE_URL",
                    portal.url() + "_nowhere",
                    "PRACTICE_DATABASE_URL",
                    portal.url() + "_nowhere",
                    "MALL_DATABASE_URL",
                    mall.url());
            CommandRun run = run("upgrade", "3", variables);

            assertEquals(4, run.code(), run.toString());
            assertTrue(
                    inOrder(run.out(), "portal:", "3 change sets applied", "mall:", "2 change sets applied"),
                    run.out());
        }
    }

    private static CommandRun run(String command, String atOnce, Map<String, String> variables) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--config", "changelog/schemactl.yaml"));
        arguments.addAll(List.of("-t", "portal,course,practice,mall", "--parallel", atOnce));
        return CommandRun.of(arguments, variables);
    }

    private static boolean inOrder(String text, String... words) {
        int at = 0;
        for (String word : words) {
            at = text.indexOf(word, at);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }
}
