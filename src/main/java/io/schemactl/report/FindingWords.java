package io.schemactl.report;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Says a finding as one text, for formats that have no fields of their own for its parts. */
final class FindingWords {

    private FindingWords() {}

    /** The message, and on lines of their own what is expected, what is there, and the next step. */
    static String of(Finding finding) {
        var text = new StringJoiner("\n");
        text.add(finding.message());
        if (finding.expected() != null) {
            text.add("expected: " + finding.expected());
        }
        if (finding.actual() != null) {
            text.add("actual: " + finding.actual());
        }
        if (finding.remedy() != null) {
            text.add("fix: " + finding.remedy());
        }
        return String.join("\n", Printable.lines(text.toString()));
    }

    /** Such as {@code 2 errors, 1 warning}; empty for no findings. */
    static String counts(List<Finding> findings) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                parts.add(Words.count(count, Words.id(severity), Words.id(severity) + "s"));
            }
        }
        return String.join(", ", parts);
    }
}
