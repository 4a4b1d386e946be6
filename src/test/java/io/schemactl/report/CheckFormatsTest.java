package io.schemactl.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemactl.finding.Severity;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** What the readers of JUnit XML, SARIF and workflow commands rely on. */
final class CheckFormatsTest {

    private static final List<Check> REPORTS =
            Stream.of(CheckSamples.good(), CheckSamples.bad()).map(Check::of).toList();
    private static final CheckReports CHECK = new CheckReports(Samples.DIRECTORY, "0.1.0");

    @Test
    void junitIsXmlThatCountsItsCases() throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(CHECK.junit("verify", REPORTS).getBytes(StandardCharsets.UTF_8)));
        var root = document.getDocumentElement();
        assertEquals(
                root.getAttribute("tests"),
                Integer.toString(document.getElementsByTagName("testcase").getLength()));
        assertEquals(
                root.getAttribute("failures"),
                Integer.toString(document.getElementsByTagName("failure").getLength()));
    }

    @Test
    void sarifHasWhatItsStandardAsksFor() throws Exception {
        JsonNode log = new ObjectMapper().readTree(CHECK.sarif(REPORTS));
        assertEquals("2.1.0", log.path("version").asText());
        JsonNode run = log.path("runs").path(0);
        JsonNode driver = run.path("tool").path("driver");
        assertEquals("schemactl", driver.path("name").asText());
        assertEquals(5, run.path("results").size());
        for (JsonNode result : run.path("results")) {
            assertTrue(Set.of("error", "warning", "note")
                    .contains(result.path("level").asText()));
            assertFalse(result.path("message").path("text").asText().isEmpty());
            JsonNode rule = driver.path("rules").path(result.path("ruleIndex").asInt());
            assertEquals(rule.path("id").asText(), result.path("ruleId").asText());
            checkPlace(result.path("locations").path(0).path("physicalLocation"));
        }
    }

    private static void checkPlace(JsonNode place) {
        if (place.isMissingNode()) {
            return;
        }
        URI uri = URI.create(place.path("artifactLocation").path("uri").asText());
        assertEquals(
                uri.isAbsolute(),
                place.path("artifactLocation").path("uriBaseId").isMissingNode());
        assertTrue(place.path("region").path("startLine").asInt() >= 1);
        assertTrue(place.path("region").path("startColumn").asInt() >= 1);
    }

    @Test
    void sarifSaysWhatTheRulesOfLintFind() throws Exception {
        JsonNode run = new ObjectMapper()
                .readTree(CHECK.sarif(LintSamples.checks()))
                .path("runs")
                .path(0);
        assertEquals(4, run.path("results").size());
        for (JsonNode result : run.path("results")) {
            JsonNode rule = run.path("tool")
                    .path("driver")
                    .path("rules")
                    .path(result.path("ruleIndex").asInt());
            assertEquals(rule.path("id").asText(), result.path("ruleId").asText());
            assertFalse(rule.path("shortDescription").path("text").asText().isEmpty());
            checkPlace(result.path("locations").path(0).path("physicalLocation"));
        }
        JsonNode first = run.path("tool").path("driver").path("rules").path(0);
        assertEquals(
                "Finds foreign keys without an index that begins with their columns.",
                first.path("shortDescription").path("text").asText());
        assertTrue(first.path("help").path("text").asText().startsWith("docs/rules/foreign-key-without-index.md"));
    }

    @Test
    void junitCountsWhatTheLinterFailsFor() {
        String xml = CHECK.junit("lint", List.of(Check.of(LintSamples.bad(Severity.WARNING), List.of())));
        assertTrue(xml.contains("failures=\"3\""), xml);
    }

    @Test
    void aNameCannotIssueWorkflowCommands() {
        var text = new TextReports(new Style(false, true, Samples.DIRECTORY));
        String all = text.verify(CheckSamples.bad())
                + text.problems(CheckSamples.problems())
                + CHECK.markdown("verify", REPORTS)
                + text.diff(DiffSamples.different())
                + CHECK.diffMarkdown(List.of(DiffSamples.different()))
                + CHECK.diffPage(List.of(DiffSamples.different()))
                + text.lint(LintSamples.bad())
                + CHECK.markdown("lint", LintSamples.checks())
                + text.upgrade(Samples.upgrade());
        assertTrue(all.lines().noneMatch(line -> line.strip().startsWith("::")), all);
        assertEquals(
                5,
                CHECK.github(REPORTS)
                        .lines()
                        .filter(line -> line.startsWith("::"))
                        .count());
    }

    @Test
    void noOutputHoldsWhatActsOnATerminal() {
        var text = new TextReports(new Style(false, true, Samples.DIRECTORY));
        String all = text.verify(CheckSamples.bad())
                + text.problems(CheckSamples.problems())
                + text.status(Samples.mixed())
                + text.history(Samples.history())
                + text.plan(Samples.plan())
                + CHECK.junit("verify", REPORTS)
                + CHECK.sarif(REPORTS)
                + CHECK.github(REPORTS)
                + CHECK.markdown("verify", REPORTS)
                + text.lint(LintSamples.bad())
                + CHECK.junit("lint", LintSamples.checks())
                + CHECK.sarif(LintSamples.checks())
                + CHECK.github(LintSamples.checks())
                + CHECK.markdown("lint", LintSamples.checks())
                + text.diff(DiffSamples.different())
                + CHECK.diffMarkdown(List.of(DiffSamples.different()))
                + CHECK.diffPage(List.of(DiffSamples.different()))
                + String.join("", JsonSamples.all().values());
        assertTrue(all.lines().allMatch(line -> line.equals(Printable.line(line))));
    }

    @Test
    void jsonMeansTheSameAfterItsEscapes() throws Exception {
        String name = "a\u202eb\u009bc\uDB40\uDC41";
        var tree = Json.object().put("name", name);
        assertEquals(
                name, new ObjectMapper().readTree(Json.print(tree)).path("name").asText());
    }
}
