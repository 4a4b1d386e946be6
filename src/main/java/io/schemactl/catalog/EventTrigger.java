package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;

/**
 * An event trigger.
 *
 * @param name its name
 * @param event what fires it, such as {@code ddl_command_end}
 * @param tags the commands that fire it, sorted; empty means all
 * @param function the function it calls
 * @param state whether it is enabled
 * @param attributes its owner, grants, comment and labels
 */
public record EventTrigger(
        Identifier name,
        String event,
        List<String> tags,
        QualifiedName function,
        Trigger.State state,
        Attributes attributes)
        implements CatalogObject {

    /** Sorts the tags. */
    public EventTrigger {
        tags = tags.stream().sorted().toList();
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.EVENT_TRIGGER, name);
    }

    @Override
    public EventTrigger with(Attributes changed) {
        return new EventTrigger(name, event, tags, function, state, changed);
    }
}
