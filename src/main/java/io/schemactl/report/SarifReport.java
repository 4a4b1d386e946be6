package io.schemactl.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.problem.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes findings as one SARIF run. */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Places places;
    private final String version;

    SarifReport(Places places, String version) {
        this.places = places;
        this.version = version;
    }

    String of(List<Check> checks) {
        List<String> rules = checks.stream()
                .flatMap(check -> check.findings().stream())
                .map(Finding::rule)
                .distinct()
                .sorted()
                .toList();
        ObjectNode log = Json.object().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "schemactl").put("version", version);
        Map<String, String> words = new HashMap<>();
        checks.forEach(check -> words.putAll(check.rules()));
        driver.set("rules", Json.array(rules, id -> rule(id, words)));
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        for (Check check : checks) {
            String target = check.target();
            check.findings().forEach(finding -> results.add(result(target, finding, rules)));
        }
        return Json.print(log);
    }

    private static ObjectNode rule(String id, Map<String, String> words) {
        ObjectNode rule = Json.object().put("id", id);
        rule.putObject("shortDescription").put("text", words.getOrDefault(id, id.replace('-', ' ')));
        if (words.containsKey(id)) {
            rule.putObject("help").put("text", "docs/rules/%s.md: why it hurts, and what to do instead".formatted(id));
        }
        return rule;
    }

    private ObjectNode result(String target, Finding finding, List<String> rules) {
        ObjectNode result = Json.object();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", rules.indexOf(finding.rule()));
        result.put("level", level(finding.severity()));
        result.putObject("message").put("text", "%s: %s".formatted(Printable.line(target), FindingWords.of(finding)));
        ObjectNode location = result.putArray("locations").addObject();
        if (finding.position() != null) {
            location.set("physicalLocation", physical(finding.position()));
        }
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", "%s/%s".formatted(target, finding.object()));
        result.putObject("partialFingerprints")
                .put("targetRuleObject/v1", "%s/%s/%s".formatted(target, finding.rule(), finding.object()));
        return result;
    }

    private ObjectNode physical(Position position) {
        ObjectNode physical = Json.object();
        ObjectNode artifact = physical.putObject("artifactLocation").put("uri", places.uri(position.file()));
        if (places.isBelow(position.file())) {
            artifact.put("uriBaseId", "%SRCROOT%");
        }
        physical.putObject("region").put("startLine", position.line()).put("startColumn", position.column());
        return physical;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
