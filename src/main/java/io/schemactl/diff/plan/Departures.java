package io.schemactl.diff.plan;

import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.diff.ddl.Context;
import io.schemactl.diff.ddl.Lineage;
import io.schemactl.diff.ddl.PartitionSteps;
import io.schemactl.diff.ddl.Step;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables that cease to be a partition or a child. They leave before the table above loses or changes a column or a check, which
 * PostgreSQL would do to them as well, although they may keep what they have, and their rows the values.
 */
final class Departures {

    private final Context context;

    Departures(Context context) {
        this.context = context;
    }

    /** The same step, after the departures that must come first. */
    Step first(Step step) {
        Set<Part> after = new HashSet<>();
        Stream.concat(step.makes().stream(), step.takes().stream())
                .flatMap(part -> passing(part).stream())
                .distinct()
                .forEach(relation -> {
                    after.addAll(PartitionSteps.detachmentsBelow(relation, context));
                    departure(relation).ifPresent(after::add);
                });
        return after.isEmpty() ? step : step.after(after);
    }

    /** What stands for a table's own departure, which lets it change what it had from above. */
    private Optional<Part> departure(QualifiedName name) {
        return context.from()
                .findTable(name)
                .filter(table -> table.inheritance().parents().stream()
                        .anyMatch(parent -> Lineage.departs(table, parent, context)))
                .map(table -> PartitionSteps.detachment(table.key()));
    }

    /** Whether what needs something of a table above has left, with its own table, before that goes. */
    boolean frees(Part dependent, Part needed) {
        return isPassedOn(dependent.object())
                && isPassedOn(needed.object())
                && !isWithin(needed.object())
                && relation(dependent.object())
                        .flatMap(below -> relation(needed.object()).filter(above -> departs(below, above)))
                        .isPresent();
    }

    private static boolean isPassedOn(ObjectKey key) {
        return key.kind() == Kind.INDEX || key.kind() == Kind.CONSTRAINT;
    }

    /** Whether a table, or one between, departs from a table above. */
    private boolean departs(QualifiedName below, QualifiedName above) {
        return context.from().findTable(below).stream()
                .anyMatch(table -> table.inheritance().parents().stream()
                        .anyMatch(parent -> isBelow(parent, above)
                                && (Lineage.departs(table, parent, context) || departs(parent, above))));
    }

    private boolean isBelow(QualifiedName table, QualifiedName above) {
        return table.equals(above)
                || context.from().findTable(table).stream()
                        .flatMap(each -> each.inheritance().parents().stream())
                        .anyMatch(parent -> isBelow(parent, above));
    }

    /** The table that passes a column or a constraint on. */
    private Optional<QualifiedName> passing(Part part) {
        ObjectKey key = part.object();
        return relation(key)
                .filter(name -> key.kind() == Kind.TABLE
                        ? isColumn(name, part)
                        : context.from().find(Constraint.class, key).isPresent() && !isWithin(key));
    }

    private static Optional<QualifiedName> relation(ObjectKey key) {
        Identifier relation = key.kind() == Kind.TABLE ? key.name() : key.relation();
        return relation == null || key.schema() == null
                ? Optional.empty()
                : Optional.of(new QualifiedName(key.schema(), relation));
    }

    private boolean isColumn(QualifiedName name, Part part) {
        Identifier column = part.column();
        return column != null
                && context.from()
                        .findTable(name)
                        .filter(table -> table.findColumn(column).isPresent())
                        .isPresent();
    }

    /** No partition leaves as long as rows of others refer to its own. */
    private boolean isWithin(ObjectKey constraint) {
        return context.from()
                .find(ForeignKey.class, constraint)
                .filter(key -> isBelow(key.referenced(), key.relation()) || isBelow(key.relation(), key.referenced()))
                .isPresent();
    }
}
