package io.schemactl.lint.rules;

import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds constraints that say what another one says already. */
final class DuplicateConstraint implements Convention {

    @Override
    public String summary() {
        return "Finds constraints that say what another one says already.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, Constraint.class)
                .filter(added -> !added.object().standing().inherited())
                .flatMap(added -> twin(context, added.object()).stream()
                        .filter(twin -> isFirst(context, twin, added.object()))
                        .map(twin -> hit(context, added, twin)));
    }

    /** Whether a constraint was there before another one, or comes first by name if both are new. */
    private static boolean isFirst(LintContext context, Constraint one, Constraint other) {
        return context.schemas().before().objects().containsKey(one.key())
                || one.name().compareTo(other.name()) < 0;
    }

    private static Hit hit(LintContext context, Added<Constraint> added, Constraint twin) {
        Constraint constraint = added.object();
        String table = context.shown(constraint.relation());
        return new Hit(
                added.position(),
                "%s %s on %s".formatted(constraint.word(), constraint.name(), table),
                "%s %s on %s says what %s %s says already"
                        .formatted(constraint.word(), constraint.name(), table, twin.word(), twin.name()),
                "leave one of them out");
    }

    private static Optional<Constraint> twin(LintContext context, Constraint constraint) {
        return context.schemas()
                .end()
                .partsOf(constraint.relation(), Kind.CONSTRAINT, Constraint.class)
                .filter(other -> !other.name().equals(constraint.name()))
                .filter(other -> says(other).equals(says(constraint))
                        && !says(constraint).isEmpty())
                .findFirst();
    }

    /** What a constraint demands, without its name and standing; nothing for those that cannot be told apart so. */
    private static List<Object> says(Constraint constraint) {
        if (constraint instanceof CheckConstraint check) {
            return List.of("check", check.expression());
        }
        if (constraint instanceof ForeignKey key) {
            return List.of("foreign", key.columns(), key.referenced(), key.referencedColumns());
        }
        return constraint instanceof KeyConstraint key
                ? List.of("key", Set.copyOf(key.columns()), key.withoutOverlaps())
                : List.of();
    }
}
