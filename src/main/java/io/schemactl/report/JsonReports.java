package io.schemactl.report;

import io.schemactl.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** Placeholder until the report branch lands. */
public final class JsonReports {
    public JsonReports(Path workingDirectory) {}

    public String upgrade(List<?> reports, List<Problem> problems) {
        return reports + "\n";
    }

    public String rollback(List<?> reports, List<Problem> problems) {
        return reports + "\n";
    }

    public String stamp(List<?> reports, List<Problem> problems) {
        return reports + "\n";
    }

    public String status(List<?> reports, List<Problem> problems) {
        return reports + "\n";
    }

    public String history(List<?> reports, List<Problem> problems) {
        return reports + "\n";
    }

    public String plan(List<?> reports, List<Problem> problems) {
        return reports + "\n";
    }

    public String verify(List<?> reports, List<Problem> problems) {
        return reports + "\n";
    }
}
