package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trigger that someone created; the internal ones of constraints are part of those.
 *
 * @param relation the table or view
 * @param name its name
 * @param timing when it fires
 * @param events what fires it
 * @param perRow whether it fires for each row, or once a statement
 * @param updateColumns the columns whose update fires it; empty means all
 * @param when the condition
 * @param function the function it calls
 * @param arguments the function's arguments
 * @param state whether it is enabled
 * @param deferral when a constraint trigger fires; null for other triggers
 * @param constraintComment the comment on its constraint, if it is a constraint trigger
 * @param referenced the table that a constraint trigger names with {@code FROM}
 * @param oldTable what the function calls the old rows
 * @param newTable what the function calls the new rows
 * @param inherited whether it comes from a partitioned table
 * @param definition its {@code CREATE TRIGGER} statement, as PostgreSQL prints it
 * @param attributes its owner, grants, comment and labels
 */
public record Trigger(
        QualifiedName relation,
        Identifier name,
        Timing timing,
        Set<Event> events,
        boolean perRow,
        List<Identifier> updateColumns,
        @Nullable String when,
        QualifiedName function,
        List<String> arguments,
        State state,
        @Nullable Deferral deferral,
        @Nullable String constraintComment,
        @Nullable QualifiedName referenced,
        @Nullable Identifier oldTable,
        @Nullable Identifier newTable,
        boolean inherited,
        String definition,
        Attributes attributes)
        implements CatalogObject {

    /** Copies events, columns and arguments. */
    public Trigger {
        events = Collections.unmodifiableSet(EnumSet.copyOf(events));
        updateColumns = List.copyOf(updateColumns);
        arguments = List.copyOf(arguments);
    }

    /** The same with another comment on its constraint. */
    public Trigger withConstraintComment(@Nullable String comment) {
        return with(comment, attributes);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.ofPart(Kind.TRIGGER, relation, name);
    }

    @Override
    public Trigger with(Attributes changed) {
        return with(constraintComment, changed);
    }

    private Trigger with(@Nullable String comment, Attributes changed) {
        return new Trigger(
                relation,
                name,
                timing,
                events,
                perRow,
                updateColumns,
                when,
                function,
                arguments,
                state,
                deferral,
                comment,
                referenced,
                oldTable,
                newTable,
                inherited,
                definition,
                changed);
    }

    /** When a trigger fires. */
    public enum Timing {
        /** Before the change. */
        BEFORE,
        /** After the change. */
        AFTER,
        /** In place of the change. */
        INSTEAD_OF;

        /** The timing in PostgreSQL's words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What fires a trigger. */
    public enum Event {
        /** New rows. */
        INSERT,
        /** Changed rows. */
        UPDATE,
        /** Deleted rows. */
        DELETE,
        /** An emptied table. */
        TRUNCATE;

        /** The event in PostgreSQL's words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a trigger, or a rule, is enabled. */
    public enum State {
        /** In ordinary sessions. */
        ENABLED,
        /** Never. */
        DISABLED,
        /** Only where changes are replicated to. */
        REPLICA,
        /** In ordinary sessions and where changes are replicated to. */
        ALWAYS;

        /** The state in PostgreSQL's words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
