package io.schemactl.report;

import java.nio.file.Path;
import java.util.List;

/** Placeholder until the report branch lands. */
public final class CheckReports {
    public CheckReports(Path workingDirectory) {}

    public String junit(List<?> reports) {
        return reports + "\n";
    }

    public String sarif(List<?> reports) {
        return reports + "\n";
    }

    public String github(List<?> reports) {
        return reports + "\n";
    }

    public String markdown(List<?> reports) {
        return reports + "\n";
    }
}
