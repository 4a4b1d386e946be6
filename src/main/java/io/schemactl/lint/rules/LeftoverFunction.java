package io.schemactl.lint.rules;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Trigger;
import io.schemactl.diff.Difference;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.List;
import java.util.stream.Stream;

/** Finds trigger functions that no trigger calls. */
final class LeftoverFunction implements Convention {

    @Override
    public String summary() {
        return "Finds trigger functions that no trigger calls.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        Catalog end = context.schemas().end();
        return end.all(Routine.class)
                .filter(routine -> "trigger".equals(routine.result()))
                .filter(routine -> end.all(Trigger.class)
                        .noneMatch(trigger -> trigger.function().equals(routine.name())))
                .filter(routine -> isLeftBy(context, routine))
                .map(routine -> new Hit(
                        Additions.position(context, statement -> leaves(statement.differences(), routine)),
                        "function %s()".formatted(context.shown(routine.name())),
                        "function %s() is for triggers, and no trigger calls it"
                                .formatted(context.shown(routine.name())),
                        "drop it: `DROP FUNCTION %s()`".formatted(context.shown(routine.name()))));
    }

    private static boolean isLeftBy(LintContext context, Routine routine) {
        return leaves(context.differences(), routine);
    }

    /** Whether differences make a function, or take one of its triggers. */
    private static boolean leaves(List<Difference> differences, Routine routine) {
        return differences.stream()
                .anyMatch(difference -> (difference instanceof Difference.Added added
                                && added.key().equals(routine.key()))
                        || (difference instanceof Difference.Removed removed
                                && removed.object() instanceof Trigger trigger
                                && trigger.function().equals(routine.name())));
    }
}
