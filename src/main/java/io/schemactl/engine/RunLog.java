package io.schemactl.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemactl.db.WorkConnection;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Who ran what, and how long it took: what Liquibase's table has no columns for.
 *
 * <p>It is kept as JSON in the comment of the history table, so that no further object stands in the user's schema, and
 * bounded, so that it stays small. Rows that the stock engine wrote have no event here.
 */
final class RunLog {

    private static final int MOST_ITEMS = 1000;
    private static final int MOST_EVENTS = 200;

    private static final JsonMapper JSON = JsonMapper.builder()
            // The database's encoding may lack a character of a name; escaped, every database can hold it.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private record Content(String schemactl, List<RunEvent> runs) {}

    private final WorkConnection connection;
    private final QualifiedName history;

    RunLog(WorkConnection connection, QualifiedName history) {
        this.connection = connection;
        this.history = history;
    }

    /** The events, oldest first; none if the comment is not schemactl's. */
    List<RunEvent> read() throws SQLException {
        return parse(comment());
    }

    private String comment() throws SQLException {
        return connection
                .queryOne(
                        "SELECT pg_catalog.obj_description(pg_catalog.to_regclass(?), 'pg_class')",
                        row -> row.getString(1),
                        history.quoted())
                .orElse("");
    }

    /** Adds an event, and drops the oldest where there are too many. */
    void add(RunEvent event) throws SQLException {
        String comment = comment();
        if (!comment.isEmpty() && !isOwn(comment)) {
            return; // somebody else's words; they are worth more than ours
        }
        List<RunEvent> events = new ArrayList<>(parse(comment));
        events.add(event);
        connection.execute("COMMENT ON TABLE %s IS %s".formatted(history.quoted(), Literal.of(print(bounded(events)))));
    }

    private static List<RunEvent> bounded(List<RunEvent> events) {
        int from = events.size();
        int items = 0;
        while (from > 0 && events.size() - from < MOST_EVENTS) {
            items += events.get(from - 1).items().size();
            if (items > MOST_ITEMS && from < events.size()) {
                break;
            }
            from--;
        }
        return events.subList(from, events.size());
    }

    private static String print(List<RunEvent> events) {
        try {
            return JSON.writeValueAsString(new Content("runs", events));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<RunEvent> parse(String comment) {
        try {
            return isOwn(comment) ? JSON.readValue(comment, Content.class).runs() : List.of();
        } catch (JsonProcessingException e) {
            // A newer schemactl's events, perhaps. The next run begins a new list.
            return List.of();
        }
    }

    private static boolean isOwn(String comment) {
        return comment.startsWith("{\"schemactl\"");
    }
}
