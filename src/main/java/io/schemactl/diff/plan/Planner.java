package io.schemactl.diff.plan;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Differ;
import io.schemactl.diff.Difference;
import io.schemactl.diff.ddl.Context;
import io.schemactl.diff.ddl.Forced;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
                from.majorVersion(), options.singleTransaction(), options.lossy(), options.namesOwners());
        this.before = new Needs(from);
        this.after = new Needs(to);
        this.differences = Differ.differencesByName(from.catalog(), to.catalog());
    }

    /**
     * The migration from one database to another.
     *
     * @throws io.schemactl.diff.ddl.Unmigratable if a difference wants a person's decision
     */
    public static Migration plan(Reading from, Reading to, PlanOptions options) {
        return new Planner(from, to, options).migration();
    }

    private Migration migration() {
        var forced = new Forced(Set.of(), Set.of(), Set.of(), deferred());
        while (true) {
            var draft = new Draft(new Context(from.catalog(), to.catalog(), forced, mode), differences, before);
            Forced more = new Consequences(draft, before).forced();
            if (more.equals(forced)) {
                return new Migration(new Sorter(draft.steps(), before, after)
                        .sorted().stream()
                                .flatMap(placed -> placed.step().statements().stream())
                                .toList());
            }
            forced = more;
        }
    }

    /** Defaults that need, by detours, the table that they belong to. */
    private Set<Part> deferred() {
        Set<Part> deferred = new HashSet<>();
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
