package io.schemactl.diff.ddl;

import io.schemactl.catalog.EventTrigger;
import io.schemactl.catalog.Trigger;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Commands about event triggers; see
 * <a href="https://www.postgresql.org/docs/current/sql-createeventtrigger.html">CREATE EVENT TRIGGER</a>.
 */
final class EventTriggerDdl implements Ddl<EventTrigger> {

    @Override
    public String name(EventTrigger trigger) {
        return "EVENT TRIGGER " + trigger.name().quoted();
    }

    @Override
    public List<Step> create(EventTrigger trigger, Context context) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("CREATE %s ON %s%s EXECUTE FUNCTION %s()"
                .formatted(
                        name(trigger),
                        trigger.event(),
                        tags(trigger),
                        trigger.function().quoted())));
        if (trigger.state() != Trigger.State.ENABLED) {
            statements.add(stateChange(trigger));
        }
        return List.of(Steps.changing(trigger.key(), trigger.key(), statements));
    }

    private static String tags(EventTrigger trigger) {
        return trigger.tags().isEmpty()
                ? ""
                : trigger.tags().stream().map(Literal::of).collect(Collectors.joining(", ", " WHEN TAG IN (", ")"));
    }

    private Statement stateChange(EventTrigger trigger) {
        String state = switch (trigger.state()) {
            case ENABLED -> "ENABLE";
            case DISABLED -> "DISABLE";
            case REPLICA -> "ENABLE REPLICA";
            case ALWAYS -> "ENABLE ALWAYS";
        };
        return Statement.of("ALTER " + name(trigger) + " " + state);
    }

    @Override
    public Optional<List<Step>> alter(EventTrigger from, EventTrigger to, Context context) {
        if (!from.event().equals(to.event())
                || !from.tags().equals(to.tags())
                || !from.function().equals(to.function())) {
            return Optional.empty();
        }
        var statements = new ArrayList<Statement>();
        if (!from.name().equals(to.name())) {
            statements.add(Statement.of(
                    "ALTER " + name(from) + " RENAME TO " + to.name().quoted()));
        }
        if (from.state() != to.state()) {
            statements.add(stateChange(to));
        }
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }
}
