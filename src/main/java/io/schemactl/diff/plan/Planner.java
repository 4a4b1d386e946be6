package io.schemactl.diff.plan;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.View;
import io.schemactl.diff.Differ;
import io.schemactl.diff.Difference;
import io.schemactl.diff.ddl.Context;
import io.schemactl.diff.ddl.Forced;
import io.schemactl.diff.ddl.Later;
import io.schemactl.diff.ddl.Unmigratable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the commands that turn one database's catalog into another's. */
public final class Planner {

    private final Reading from;
    private final Reading to;
    private final Context.Mode mode;
    private final Needs before;
    private final Needs after;
    private final List<Difference> differences;

    private Planner(Reading from, Reading to, PlanOptions options) {
        this.from = from;
        this.to = to;
        this.mode = new Context.Mode(
                from.majorVersion(),
                options.singleTransaction(),
                options.lossy(),
                options.namesOwners(),
                options.runner(),
                options.leavesGrants());
        this.before = new Needs(from);
        this.after = new Needs(to).withCasts();
        this.differences = Differ.differencesByName(from.catalog(), to.catalog());
    }

    /**
     * The migration from one database to another.
     *
     * @throws io.schemactl.diff.ddl.Unmigratable if a difference wants a person's decision
     */
    public static Migration plan(Reading from, Reading to, PlanOptions options) {
        return new Planner(from.withDatabaseOf(to), to.withDatabaseOf(from), options).migration();
    }

    private Migration migration() {
        var forced = new Forced(Set.of(), Set.of(), Set.of(), deferred(), Set.of());
        while (true) {
            var draft = new Draft(new Context(from.catalog(), to.catalog(), forced, mode), differences, before);
            Forced more = new Consequences(draft, before).forced();
            if (more.equals(forced)) {
                Set<Part> later = forced.deferred();
                Sorter.Order order =
                        new Sorter(draft.steps(), before.withLater(later), after.withLater(later)).sorted();
                if (order.circle() == null) {
                    return new Migration(new RowlessTables(draft.context()).statements(order.steps()));
                }
                more = broken(order.circle(), forced);
            }
            forced = more;
        }
    }

    /** What is forced if, besides, one object of a circle comes before what it is made of, or is made anew. */
    private Forced broken(Circle circle, Forced forced) {
        Set<Part> deferred = new HashSet<>(forced.deferred());
        Optional<Part> later = circle.keys().stream()
                .filter(this::canComeFirst)
                .map(Part::of)
                .filter(part -> !deferred.contains(part))
                .findFirst();
        if (later.isPresent()) {
            deferred.add(later.get());
            return new Forced(forced.replaced(), forced.retyped(), forced.reset(), deferred, forced.rebuilt());
        }
        Set<ObjectKey> replaced = new HashSet<>(forced.replaced());
        replaced.add(circle.keys().stream()
                .filter(key -> !replaced.contains(key) && canBeMadeAnew(key))
                .findFirst()
                .orElseThrow(() -> new Unmigratable(circle.complaint())));
        return new Forced(replaced, forced.retyped(), forced.reset(), deferred, forced.rebuilt());
    }

    /** Whether an object that is changed in place can go before what its old form needs, and come back after what the new one needs. */
    private boolean canBeMadeAnew(ObjectKey key) {
        boolean keepsNothing = switch (key.kind()) {
            case POLICY, TRIGGER, RULE, STATISTICS, EVENT_TRIGGER -> true;
            default -> false;
        };
        return keepsNothing
                && from.catalog().objects().containsKey(key)
                && to.catalog().objects().containsKey(key);
    }

    /** A materialized view cannot be made anew while others need it; a routine whose body is a string needs nothing for it. */
    private boolean canComeFirst(ObjectKey key) {
        return Later.fits(key.kind())
                && found(View.class, key).noneMatch(View::materialized)
                && (key.kind() != Kind.ROUTINE || found(Routine.class, key).anyMatch(Later::hasBody));
    }

    private <T extends CatalogObject> Stream<T> found(Class<T> type, ObjectKey key) {
        return Stream.of(from, to).flatMap(reading -> reading.catalog().find(type, key).stream());
    }

    /** Defaults that need, by detours, the table that they belong to, and routines that call themselves. */
    private Set<Part> deferred() {
        Set<Part> deferred = new HashSet<>();
        after.direct().forEach((part, needed) -> {
            if (part.object().kind() == Kind.ROUTINE && needed.contains(part)) {
                deferred.add(part);
            }
        });
        for (Difference difference : differences) {
            if (difference instanceof Difference.Added added && added.object() instanceof Table table) {
                deferred.addAll(needyDefaults(table, to, after));
            }
            if (difference instanceof Difference.Removed removed && removed.object() instanceof Table table) {
                deferred.addAll(needyDefaults(table, from, before));
            }
        }
        return deferred;
    }

    private static List<Part> needyDefaults(Table table, Reading reading, Needs needs) {
        return table.columns().stream()
                .map(column -> Part.ofDefault(table.key(), column.name()))
                .filter(value -> needsItsTable(value, table.key(), reading, needs))
                .toList();
    }

    private static boolean needsItsTable(Part value, ObjectKey table, Reading reading, Needs needs) {
        Set<Part> direct = new HashSet<>(reading.dependencies().neededBy(value));
        direct.removeIf(part -> part.object().equals(table));
        return needs.all(direct).stream().anyMatch(part -> part.object().equals(table));
    }
}
