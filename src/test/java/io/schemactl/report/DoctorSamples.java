package io.schemactl.report;

import io.schemactl.config.Origin;
import io.schemactl.config.Sourced;
import io.schemactl.task.Diagnosis;
import io.schemactl.task.Diagnosis.Level;
import io.schemactl.task.DoctorReport;
import java.time.Duration;
import java.util.List;

/** Databases that are well, ill and gone. */
final class DoctorSamples {

    private DoctorSamples() {}

    private static DoctorReport report(boolean isReached, Diagnosis... diagnoses) {
        return new DoctorReport(
                "mall-prod",
                "postgresql://mall@db.example:5432/mall",
                isReached ? "17.8" : null,
                isReached,
                List.of(diagnoses),
                null,
                Duration.ofMillis(180));
    }

    static DoctorReport good() {
        return report(
                true,
                new Diagnosis("connection", Level.OK, "connected and logged in within 12 ms", null),
                new Diagnosis(
                        "transactions",
                        Level.WARNING,
                        "pid 4711, user " + Samples.EVIL + ", idle in transaction for 5 min 0 s",
                        "end it"));
    }

    static DoctorReport ill() {
        return report(
                true,
                new Diagnosis("round-trip", Level.OK, "a question and its answer take 0.4 ms", null),
                new Diagnosis("schema", Level.ERROR, "the role may not make tables in schema public", "GRANT it\nnow"));
    }

    static DoctorReport gone() {
        return report(
                false,
                new Diagnosis("host", Level.OK, "db.example is 192.0.2.7", null),
                new Diagnosis("port", Level.ERROR, "db.example:5432 does not answer: timed out", "check the firewall"));
    }

    static List<Sourced> settings() {
        return List.of(
                new Sourced("settings.lock-timeout", "3s", new Origin.Default()),
                new Sourced("targets.mall.url", "postgresql://mall:***@db.example/mall", new Origin.Variable("URL")),
                new Sourced("targets.mall.parameters.evil", Samples.EVIL, new Origin.Option("-Devil")),
                new Sourced("settings.ignore", "", new Origin.Default()));
    }
}
