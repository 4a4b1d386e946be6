package io.schemactl.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.schemactl.forecast.TableEffect;
import io.schemactl.forecast.TableUse;
import io.schemactl.forecast.Verdict;
import io.schemactl.live.Replication;
import io.schemactl.live.TableFigures;
import io.schemactl.task.PlanReport;
import java.util.List;
import java.util.Map;

/** Writes plans for programs. */
final class PlanJson {

    private final JsonParts parts;

    PlanJson(JsonParts parts) {
        this.parts = parts;
    }

    ObjectNode of(PlanReport report) {
        ObjectNode target = Json.object();
        target.set("target", JsonParts.target(report.target()));
        target.set("changeSets", Json.array(report.changeSets(), this::planned));
        PlanReport.Outlook outlook = report.outlook();
        if (outlook != null) {
            List<Map.Entry<String, Verdict>> stories =
                    List.copyOf(report.stories().entrySet());
            target.set(
                    "stories",
                    Json.array(stories, story -> verdict(story.getValue()).put("name", story.getKey())));
            target.set("outlook", outlook(outlook));
        }
        return target.put("script", report.script());
    }

    private ObjectNode planned(PlanReport.Planned planned) {
        ObjectNode object = parts.planned(planned);
        PlanReport.Forecast forecast = planned.forecast();
        if (forecast != null) {
            object.set("verdict", verdict(forecast.verdict()));
            object.set("tables", Json.array(forecast.tables(), PlanJson::table));
            object.set("findings", Json.array(forecast.findings(), parts::finding));
            object.set("lost", Json.array(forecast.lost(), JsonParts::lost));
            object.set("lostByRollback", Json.array(forecast.lostByRollback(), JsonParts::lost));
        }
        return object;
    }

    private static ObjectNode verdict(Verdict verdict) {
        ObjectNode object = Json.object().put("grade", verdict.grade().word());
        object.set("reasons", Json.array(verdict.reasons(), TextNode::valueOf));
        return object;
    }

    private static ObjectNode table(TableEffect effect) {
        TableUse use = effect.use();
        ObjectNode object = Json.object();
        object.put("schema", use.table().schema().name());
        object.put("name", use.table().name().name());
        if (use.lock() != null) {
            object.put("lock", use.lock().words());
            object.put("blocksReads", use.lock().blocksReads())
                    .put("blocksWrites", use.lock().blocksWrites());
        }
        object.put("dropped", use.isDropped());
        object.put("rewritten", use.work().rewritten());
        object.put("scanned", use.work().scanned());
        object.set("indexesBuilt", Json.array(use.work().built(), TextNode::valueOf));
        object.put("rowsInserted", use.work().inserted() > 0);
        object.put("shareOfRowsChanged", use.work().changed());
        if (effect.works() != null) {
            object.put("estimatedWorkMs", effect.works().toMillis());
        }
        if (effect.blocks() != null) {
            object.put("estimatedBlockedMs", effect.blocks().toMillis());
        }
        TableFigures figures = effect.figures();
        if (figures != null) {
            object.put("bytes", figures.bytes()).put("heapBytes", figures.heapBytes());
            if (figures.rows() != null) {
                object.put("rows", figures.rows());
            }
        }
        if (effect.writesPerSecond() != null) {
            object.put("writesPerSecond", effect.writesPerSecond());
        }
        return object;
    }

    private static ObjectNode outlook(PlanReport.Outlook outlook) {
        ObjectNode object = Json.object();
        Json.optional(object, "source", outlook.source());
        if (outlook.taken() != null) {
            object.put("taken", outlook.taken().toString());
        }
        object.set("replication", replication(outlook.replication()));
        object.set("missing", Json.array(outlook.missing(), TextNode::valueOf));
        object.set("assumptions", Json.array(outlook.assumptions(), TextNode::valueOf));
        return object;
    }

    static ObjectNode replication(Replication replication) {
        ObjectNode object = Json.object().put("standby", replication.isStandby());
        if (replication.isStandby()) {
            object.put("connected", replication.isConnected());
        }
        if (replication.behind() != null) {
            object.put("behindMs", replication.behind().toMillis());
        }
        object.set("replicas", Json.array(replication.replicas(), PlanJson::replica));
        object.set("slots", Json.array(replication.slots(), PlanJson::slot));
        return object;
    }

    private static ObjectNode replica(Replication.Replica replica) {
        ObjectNode object = Json.object().put("name", replica.name()).put("logical", replica.isLogical());
        Json.optional(object, "state", replica.state());
        if (replica.lag() != null) {
            object.put("lagMs", replica.lag().toMillis());
        }
        if (replica.bytesBehind() != null) {
            object.put("bytesBehind", replica.bytesBehind());
        }
        return object;
    }

    private static ObjectNode slot(Replication.Slot slot) {
        ObjectNode object = Json.object()
                .put("name", slot.name())
                .put("logical", slot.isLogical())
                .put("active", slot.isActive())
                .put("lost", slot.isLost());
        if (slot.kept() != null) {
            object.put("keptBytes", slot.kept());
        }
        return object;
    }
}
