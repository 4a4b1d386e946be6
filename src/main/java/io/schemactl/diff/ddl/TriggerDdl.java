package io.schemactl.diff.ddl;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Trigger;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Commands about triggers; see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>.
 *
 * <p>A partition's copy of a trigger comes, goes and changes with the partitioned table's; only its state is its own.
 */
final class TriggerDdl implements Ddl<Trigger> {

    @Override
    public String name(Trigger trigger) {
        return "TRIGGER " + trigger.name().quoted() + " ON "
                + trigger.relation().quoted();
    }

    @Override
    public List<Step> create(Trigger trigger, Context context) {
        List<Statement> statements = new ArrayList<>();
        if (!trigger.inherited()) {
            statements.add(Statement.of(
                    printed(trigger).named(trigger.name(), trigger.relation()),
                    Hazards.within(context.to(), context, trigger.relation(), Hazards.SHARE_ROW_EXCLUSIVE)
                            .toArray(Hazard[]::new)));
        }
        // A copy starts with the state that the original has at that time.
        if (trigger.inherited() || trigger.state() != Trigger.State.ENABLED) {
            statements.add(state(trigger, context));
        }
        constraintComment(null, trigger).ifPresent(statements::add);
        return List.of(Step.making(Part.of(trigger.key()), statements.toArray(Statement[]::new))
                .after(Stream.of(
                                attachment(trigger).stream(),
                                above(trigger, context),
                                attachmentsBelow(trigger, context))
                        .flatMap(Function.identity())
                        .toList()));
    }

    /** The places of old tables below a new one, which get their copies with it, under one short lock. */
    private static Stream<Part> attachmentsBelow(Trigger trigger, Context context) {
        return trigger.inherited() || Hazards.stays(context, trigger.relation())
                ? Stream.empty()
                : PartitionSteps.withBelow(trigger.relation(), context)
                        .map(name -> ObjectKey.of(Kind.TABLE, name))
                        .filter(context::stays)
                        .map(PartitionSteps::attachment);
    }

    /** The triggers of the tables above, one of which may have given the table a copy of this name, and must be gone. */
    private static Stream<Part> above(Trigger trigger, Context context) {
        return trigger.inherited()
                ? Stream.empty()
                : context.from().findTable(trigger.relation()).stream()
                        .flatMap(table -> table.inheritance().parents().stream())
                        .map(parent -> Part.of(ObjectKey.ofPart(Kind.TRIGGER, parent, trigger.name())));
    }

    /** A partition has the copy once it has its place. */
    private static List<Part> attachment(Trigger trigger) {
        return trigger.inherited()
                ? List.of(PartitionSteps.attachment(ObjectKey.of(Kind.TABLE, trigger.relation())))
                : List.of();
    }

    @Override
    public List<Step> drop(Trigger trigger, Context context) {
        if (trigger.inherited()) {
            return List.of();
        }
        Set<Part> takes = new HashSet<>();
        addWithCopies(trigger.relation(), trigger, context, takes);
        return List.of(new Step(
                List.of(locking("DROP " + name(trigger), trigger, context, Hazards.ACCESS_EXCLUSIVE)),
                Set.of(),
                takes));
    }

    private static void addWithCopies(QualifiedName relation, Trigger trigger, Context context, Set<Part> parts) {
        ObjectKey key = ObjectKey.ofPart(Kind.TRIGGER, relation, trigger.name());
        parts.add(Part.of(key));
        // Partitions that go take theirs with them.
        context.from().relationships().childrenOf(relation).stream()
                .filter(child -> context.stays(child.key()))
                .filter(child -> context.from()
                        .find(Trigger.class, ObjectKey.ofPart(Kind.TRIGGER, child.name(), trigger.name()))
                        .filter(Trigger::inherited)
                        .isPresent())
                .forEach(child -> addWithCopies(child.name(), trigger, context, parts));
    }

    @Override
    public Optional<List<Step>> alter(Trigger from, Trigger to, Context context) {
        boolean changes = !printed(from).equals(printed(to));
        if (from.inherited() != to.inherited() || (changes && isConstraint(from, to) && !to.inherited())) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        if (!to.inherited()) {
            Clauses.partRenaming("TRIGGER", to.relation(), from.name(), to.name())
                    .ifPresent(sql -> statements.add(locking(sql, to, context, Hazards.ACCESS_EXCLUSIVE)));
            if (changes) {
                String sql = printed(to).replacing().named(to.name(), to.relation());
                statements.add(locking(sql, to, context, Hazards.SHARE_ROW_EXCLUSIVE));
            }
        }
        // A replaced trigger is enabled.
        if (changes ? to.inherited() || to.state() != Trigger.State.ENABLED : from.state() != to.state()) {
            statements.add(state(to, context));
        }
        constraintComment(from.constraintComment(), to).ifPresent(statements::add);
        return Optional.of(Steps.changes(from.key(), to.key(), statements).stream()
                .map(step -> step.after(attachment(to)))
                .toList());
    }

    private static Optional<Statement> constraintComment(@Nullable String from, Trigger to) {
        String wanted = to.constraintComment();
        return Objects.equals(from, wanted)
                ? Optional.empty()
                : Optional.of(Statement.of("COMMENT ON CONSTRAINT %s ON %s IS %s"
                        .formatted(
                                to.name().quoted(),
                                to.relation().quoted(),
                                wanted == null ? "NULL" : Literal.of(wanted))));
    }

    private static boolean isConstraint(Trigger from, Trigger to) {
        return from.deferral() != null || to.deferral() != null;
    }

    private static Printed printed(Trigger trigger) {
        return Printed.of(trigger.definition());
    }

    /** The statements that give the copies of a partition, which it gets anew, their states again. */
    static List<Statement> states(QualifiedName partition, Context context) {
        return context.to()
                .partsOf(partition, Kind.TRIGGER, Trigger.class)
                .filter(trigger -> trigger.inherited() && trigger.state() != Trigger.State.ENABLED)
                .filter(trigger -> context.from().find(Trigger.class, trigger.key()).stream()
                        .anyMatch(before -> before.inherited() && before.equals(trigger)))
                .map(trigger -> state(trigger, context))
                .toList();
    }

    private static Statement state(Trigger trigger, Context context) {
        String sql = "ALTER TABLE ONLY %s %s TRIGGER %s"
                .formatted(
                        trigger.relation().quoted(),
                        verb(trigger.state()),
                        trigger.name().quoted());
        return locking(sql, trigger, context, Hazards.SHARE_ROW_EXCLUSIVE);
    }

    /** The state as a command of {@code ALTER TABLE}. */
    static String verb(Trigger.State state) {
        return switch (state) {
            case ENABLED -> "ENABLE";
            case DISABLED -> "DISABLE";
            case REPLICA -> "ENABLE REPLICA";
            case ALWAYS -> "ENABLE ALWAYS";
        };
    }

    private static Statement locking(String sql, Trigger trigger, Context context, String lock) {
        return Statement.of(sql, Hazards.on(context, trigger.relation(), lock));
    }
}
