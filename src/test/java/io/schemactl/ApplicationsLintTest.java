package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemactl.cli.Program;
import io.schemactl.cli.Shell;
import io.schemactl.config.Environment;
import io.schemactl.db.Interruption;
import io.schemactl.shadow.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lint has nothing to say of the shipped applications that their change sets do not allow, each with a reason. */
final class ApplicationsLintTest {

    private static final Path CHANGELOG = Path.of("changelog").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(strings = {"portal", "course", "practice", "mall"})
    void findsNothingInTheShippedApplications(String target) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = new Program(shell(out, err)).run(List.of("lint", "-t", target, "--format", "json"));

        assertEquals(0, code, err.toString(StandardCharsets.UTF_8));
        JsonNode report = new ObjectMapper()
                .readTree(out.toString(StandardCharsets.UTF_8))
                .path("targets")
                .path(0);
        assertEquals(List.of(), messages(report));
        assertTrue(report.path("statements").asInt() > 0, "no statement was judged");
    }

    private static Shell shell(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Shell(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                new Environment(
                        Map.of(
                                "SCHEMACTL_SHADOW",
                                TestServers.shadow(TestServers.versions().get(0))),
                        CHANGELOG,
                        CHANGELOG),
                new Interruption(),
                "test");
    }

    private static List<String> messages(JsonNode report) {
        var messages = new ArrayList<String>();
        report.path("findings")
                .forEach(finding -> messages.add("%s: %s"
                        .formatted(
                                finding.path("rule").asText(),
                                finding.path("message").asText())));
        return messages;
    }
}
