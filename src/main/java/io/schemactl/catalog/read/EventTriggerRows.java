package io.schemactl.catalog.read;

import io.schemactl.catalog.EventTrigger;
import io.schemactl.catalog.Trigger;
import java.sql.SQLException;

/** Rows of {@code event-triggers.sql}. */
final class EventTriggerRows {

    static final Query<EventTrigger> QUERY = Query.of("event-triggers", EventTriggerRows::map);

    private EventTriggerRows() {}

    private static EventTrigger map(Row row) throws SQLException {
        return new EventTrigger(
                row.identifier("name"),
                row.text("event"),
                row.list("tags"),
                row.name("functionSchema", "function"),
                row.choice("state", Trigger.State.class),
                row.attributes());
    }
}
