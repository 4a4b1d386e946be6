package io.schemactl.diff.ddl;

import io.schemactl.catalog.ExclusionConstraint;
import io.schemactl.catalog.Index;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commands about exclusion constraints, which PostgreSQL cannot make without keeping writers out. */
final class ExclusionConstraintDdl implements Ddl<ExclusionConstraint> {

    @Override
    public String name(ExclusionConstraint constraint) {
        return Constraints.name(constraint);
    }

    @Override
    public List<Step> create(ExclusionConstraint constraint, Context context) {
        if (Exclusive.isFromAbove(constraint, context)) {
            return List.of(Exclusive.naming(constraint, context));
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(Constraints.locking(
                constraint,
                Constraints.adding(constraint, constraint.definition()),
                context,
                Hazard.Type.INDEX_BUILD,
                Hazard.Type.MAY_FAIL));
        Optional<Index> index = ConstraintIndexes.find(context.to(), constraint);
        index.ifPresent(each -> statements.addAll(finishing(each, context)));
        statements.addAll(Constraints.triggers(constraint, true, context));
        return List.of(Rebinding.making(
                constraint, new Step(statements, ConstraintIndexes.parts(constraint), Set.of()), context));
    }

    @Override
    public List<Step> drop(ExclusionConstraint constraint, Context context) {
        return ConstraintIndexes.drop(constraint, context).stream()
                .map(step -> Rebinding.taking(constraint, step, context))
                .toList();
    }

    @Override
    public Optional<List<Step>> alter(ExclusionConstraint from, ExclusionConstraint to, Context context) {
        if (!from.definition().equals(to.definition())) {
            return Optional.empty();
        }
        Constraints.refuseInheritance(from, to, context);
        List<Statement> statements = new ArrayList<>();
        Constraints.renaming(from, to, context).ifPresent(statements::add);
        statements.addAll(Constraints.triggers(to, from.standing().triggersEnabled(), context));
        return Optional.of(ConstraintIndexes.changes(from, to, statements));
    }

    /** The storage parameters are in the definition; the tablespace has no place there behind a predicate. */
    private static List<Statement> finishing(Index index, Context context) {
        List<Statement> statements = new ArrayList<>();
        Identifier tablespace = index.storage().tablespace();
        if (tablespace != null) {
            statements.add(Statement.of("ALTER INDEX %s SET TABLESPACE %s"
                    .formatted(index.qualifiedName().quoted(), tablespace.quoted())));
        }
        statements.addAll(IndexChanges.finishing(index, context));
        return statements;
    }
}
