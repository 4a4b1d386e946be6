package io.schemactl.verify;

import io.schemactl.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What was found already, so that nothing is said twice. */
final class SaidAlready {

    /** What a rule, or an expected property, is called in the words of differences. */
    private static final Map<String, Set<String>> SAME = Map.of(
            IntegrityCheck.INVALID_INDEX,
            Set.of("not valid any more"),
            IntegrityCheck.UNVALIDATED,
            Set.of("NOT VALID"),
            IntegrityCheck.UNENFORCED,
            Set.of("NOT ENFORCED"),
            IntegrityCheck.DISABLED_TRIGGER,
            Set.of("its triggers are disabled", "state is disabled, expected enabled"),
            "different-column",
            Set.of("NOT NULL now", "not NOT NULL any more"));

    private final Map<String, List<Finding>> byObject;

    SaidAlready(List<Finding> findings) {
        byObject = findings.stream().collect(Collectors.groupingBy(Finding::object));
    }

    /** Whether another finding says the same of the same object. */
    boolean covers(Finding finding) {
        return byObject.getOrDefault(finding.object(), List.of()).stream().anyMatch(said -> isSame(said, finding));
    }

    private static boolean isSame(Finding said, Finding finding) {
        return switch (finding.rule()) {
            case DriftCheck.MISSING -> said.rule().startsWith("missing-");
            case DriftCheck.UNEXPECTED -> said.rule().startsWith("unexpected-");
            default -> saysProperty(said, finding);
        };
    }

    private static boolean saysProperty(Finding said, Finding finding) {
        String words = finding.message().substring(finding.object().length() + 2);
        if (SAME.getOrDefault(said.rule(), Set.of()).contains(words)) {
            return !said.rule().equals("different-column") || said.message().contains(": nullable is ");
        }
        if (said.rule().equals("different-enum") && (words.startsWith("label") || words.startsWith("order"))) {
            return true;
        }
        boolean sameValues = finding.expected() != null
                && Objects.equals(said.expected(), finding.expected())
                && Objects.equals(said.actual(), finding.actual());
        if (sameValues || finding.expected() == null) {
            return sameValues;
        }
        String property = words.replaceFirst("(?s)( is | differs$).*", "");
        return said.message().startsWith("%s: %s is ".formatted(finding.object(), property));
    }
}
