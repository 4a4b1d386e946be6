package io.schemactl.catalog.read;

import io.schemactl.catalog.Deferral;
import io.schemactl.catalog.Trigger;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Rows of {@code triggers.sql}. */
final class TriggerRows {

    static final Query<Trigger> QUERY = new Query<>("triggers", List.of(15), TriggerRows::map);

    private TriggerRows() {}

    private static Trigger map(Row row) throws SQLException {
        return new Trigger(
                row.name("schema", "relation"),
                row.identifier("name"),
                row.choice("timing", Trigger.Timing.class),
                events(row),
                row.flag("perRow"),
                row.identifiers("updateColumns"),
                row.findExpression("when"),
                row.name("functionSchema", "function"),
                row.list("arguments"),
                row.choice("state", Trigger.State.class),
                row.findChoice("deferral", Deferral.class),
                row.commentOn(Address.PG_CONSTRAINT, "constraintId"),
                row.findName("referencedSchema", "referenced"),
                row.findIdentifier("oldTable"),
                row.findIdentifier("newTable"),
                row.flag("inherited"),
                row.expression("definition"),
                row.attributes());
    }

    private static Set<Trigger.Event> events(Row row) throws SQLException {
        var events = EnumSet.noneOf(Trigger.Event.class);
        row.list("events").forEach(event -> events.add(Trigger.Event.valueOf(event)));
        return events;
    }
}
