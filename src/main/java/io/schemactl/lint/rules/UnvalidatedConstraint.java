package io.schemactl.lint.rules;

import io.schemactl.catalog.Constraint;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.stream.Stream;

/** Finds constraints that are still NOT VALID at the end of the changelog. */
final class UnvalidatedConstraint implements Convention {

    @Override
    public String summary() {
        return "Finds constraints that are still NOT VALID at the end of the changelog.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, Constraint.class)
                .filter(added -> !added.object().standing().validated())
                .filter(added -> added.object().standing().enforced())
                .map(added -> {
                    Constraint constraint = added.object();
                    String table = context.shown(constraint.relation());
                    return new Hit(
                            added.position(),
                            "%s %s on %s".formatted(constraint.word(), constraint.name(), table),
                            "%s %s on %s is never validated: old rows may break it, and the planner cannot rely on it"
                                    .formatted(constraint.word(), constraint.name(), table),
                            "validate it in a change set of its own: `ALTER TABLE %s VALIDATE CONSTRAINT %s`"
                                    .formatted(table, constraint.name()));
                });
    }
}
