package io.schemactl.report;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.problem.Problem;
import java.util.List;

/** Placeholder until the report branch lands. */
public final class TextReports {
    public TextReports(Style style) {
        this.style = style;
    }

    private final Style style;

    public String upgrade(Object report) {
        return report + style.ellipsis() + "\n";
    }

    public String rollback(Object report) {
        return report + "\n";
    }

    public String stamp(Object report) {
        return report + "\n";
    }

    public String lost(Object report) {
        return report + "\n";
    }

    public String status(Object report) {
        return report + "\n";
    }

    public String history(Object report) {
        return report + "\n";
    }

    public String plan(Object report) {
        return report + "\n";
    }

    public String verify(Object report) {
        return report + "\n";
    }

    public String note(String words) {
        return words + "\n";
    }

    public String problems(List<Problem> problems) {
        return problems + "\n";
    }

    public String begins(ChangeSetEntry entry) {
        return entry.label() + "\n";
    }

    public String ended(ChangeSetResult result) {
        return result + "\n";
    }
}
