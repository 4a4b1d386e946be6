package io.schemactl.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.config.Sourced;
import io.schemactl.task.Diagnosis;
import io.schemactl.task.DoctorReport;

/** Writes how databases are, for programs. */
final class DoctorJson {

    private DoctorJson() {}

    static ObjectNode of(DoctorReport report) {
        ObjectNode target = Json.object();
        target.put("target", report.target());
        target.put("database", report.database());
        Json.optional(target, "serverVersion", report.serverVersion());
        target.put("ok", report.isGood());
        target.put("reached", report.isReached());
        target.set("checks", Json.array(report.diagnoses(), DoctorJson::check));
        return target.put("tookMs", report.took().toMillis());
    }

    private static ObjectNode check(Diagnosis diagnosis) {
        ObjectNode check = Json.object();
        check.put("check", diagnosis.check());
        check.put("level", Words.id(diagnosis.level()));
        check.put("message", diagnosis.message());
        Json.optional(check, "fix", diagnosis.fix());
        return check;
    }

    static ObjectNode setting(Sourced setting) {
        return Json.object()
                .put("name", setting.name())
                .put("value", setting.value())
                .put("origin", setting.origin().toString());
    }
}
