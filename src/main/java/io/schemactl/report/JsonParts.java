package io.schemactl.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.ChangeSetStatus;
import io.schemactl.engine.HistoryRow;
import io.schemactl.finding.Finding;
import io.schemactl.problem.Excerpt;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ServerMessage;
import io.schemactl.task.HistoryReport;
import io.schemactl.task.LostData;
import io.schemactl.task.PlanReport;
import io.schemactl.task.StoryStatus;
import io.schemactl.task.TargetReport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The parts that JSON documents share. */
final class JsonParts {

    private final Places places;

    JsonParts(Places places) {
        this.places = places;
    }

    static ObjectNode target(TargetReport target) {
        ObjectNode object = Json.object();
        object.put("name", target.name());
        object.put("database", target.database());
        object.put("serverVersion", target.serverVersion());
        Json.optional(object, "embeddedDataDirectory", target.embedded());
        return object;
    }

    private static ObjectNode id(ChangeSetId id) {
        return Json.object().put("id", id.id()).put("author", id.author()).put("file", id.file());
    }

    private ObjectNode entry(ChangeSetEntry entry) {
        ObjectNode object = id(entry.id());
        object.put("story", entry.story());
        position(object, entry.position());
        object.put("description", entry.description());
        Json.optional(object, "comment", entry.comment());
        object.put("inTransaction", entry.inTransaction());
        Json.optional(object, "filteredBecause", entry.filteredBecause());
        return object;
    }

    ObjectNode result(ChangeSetResult result) {
        ObjectNode object = entry(result.entry());
        object.put("outcome", Words.id(result.outcome()));
        object.put("tookMs", result.took().toMillis());
        Json.optional(object, "note", result.note());
        return object;
    }

    ObjectNode planned(PlanReport.Planned planned) {
        ObjectNode object = entry(planned.entry());
        object.put("outOfOrder", planned.isOutOfOrder());
        object.set("statements", Json.array(planned.statements(), TextNode::valueOf));
        return object;
    }

    ObjectNode story(StoryStatus story) {
        ObjectNode object = Json.object();
        object.put("name", story.name());
        object.put("state", Words.id(story.state()));
        object.set("changeSets", Json.array(story.changeSets(), this::status));
        return object;
    }

    private ObjectNode status(ChangeSetStatus status) {
        ObjectNode object = entry(status.entry());
        object.put("state", Words.id(status.state()));
        object.put("outOfOrder", status.isOutOfOrder());
        if (status.row() != null) {
            object.set("history", row(status.row()));
        }
        return object;
    }

    static ObjectNode row(HistoryRow row) {
        ObjectNode object = id(row.id());
        object.put("executed", row.executed().toString());
        object.put("order", row.order());
        object.put("execType", row.execType());
        Json.optional(object, "checksum", row.checksum());
        Json.optional(object, "description", row.description());
        Json.optional(object, "comments", row.comments());
        Json.optional(object, "tag", row.tag());
        Json.optional(object, "liquibase", row.liquibase());
        Json.optional(object, "contexts", row.contexts());
        Json.optional(object, "labels", row.labels());
        Json.optional(object, "deployment", row.deployment());
        return object;
    }

    static ObjectNode item(HistoryReport.Item item) {
        ObjectNode object = id(new ChangeSetId(item.id(), item.author(), item.file()));
        object.put("when", item.when());
        object.put("outcome", Words.id(item.outcome()));
        Json.optional(object, "user", item.user());
        Json.optional(object, "client", item.client());
        if (item.milliseconds() != null) {
            object.put("tookMs", item.milliseconds());
        }
        Json.optional(object, "tag", item.tag());
        return object;
    }

    static ObjectNode lost(LostData lost) {
        ObjectNode object = Json.object();
        object.put("object", lost.object());
        object.put("kind", Words.id(lost.kind()));
        if (lost.amount() != null) {
            object.put("amount", lost.amount());
        }
        object.put("estimate", lost.isEstimate());
        object.put("changeSet", lost.changeSet());
        Json.optional(object, "statement", lost.statement());
        return object;
    }

    ObjectNode finding(Finding finding) {
        ObjectNode object = Json.object();
        object.put("severity", Words.id(finding.severity()));
        object.put("rule", finding.rule());
        object.put("object", finding.object());
        position(object, finding.position());
        Json.optional(object, "story", finding.story());
        object.put("message", finding.message());
        Json.optional(object, "expected", finding.expected());
        Json.optional(object, "actual", finding.actual());
        Json.optional(object, "remedy", finding.remedy());
        return object;
    }

    ObjectNode problem(Problem problem) {
        ObjectNode object = Json.object();
        object.put("code", problem.code().id());
        object.put("exitCode", problem.code().exitCode().status());
        object.put("message", problem.message());
        position(object, problem.position());
        Json.optional(object, "subject", problem.subject());
        server(object, problem.server());
        excerpt(object, problem.excerpt());
        Json.optional(object, "state", problem.state());
        Json.optional(object, "fix", problem.fix());
        return object;
    }

    void position(ObjectNode object, @Nullable Position position) {
        if (position != null) {
            object.putObject("position")
                    .put("path", places.path(position.file()))
                    .put("line", position.line())
                    .put("column", position.column());
        }
    }

    static void server(ObjectNode object, @Nullable ServerMessage server) {
        if (server != null) {
            ObjectNode message = object.putObject("server");
            message.put("sqlState", server.sqlState());
            message.put("text", server.text());
            Json.optional(message, "detail", server.detail());
            Json.optional(message, "hint", server.hint());
            Json.optional(message, "where", server.where());
        }
    }

    private static void excerpt(ObjectNode object, @Nullable Excerpt excerpt) {
        if (excerpt != null) {
            ObjectNode statement = object.putObject("statement");
            statement.put("text", excerpt.statement());
            if (excerpt.offset() != null) {
                statement.put("offset", excerpt.offset());
            }
        }
    }

    /** A path as programs see it. */
    String path(Path file) {
        return places.path(file);
    }
}
