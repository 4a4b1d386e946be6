package io.schemactl.diff.ddl;

import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Commands about indexes. An index that implements a constraint comes and goes with that; an index of a partition goes with the
 * partitioned index that it is attached to.
 */
final class IndexDdl implements Ddl<Index> {

    @Override
    public String name(Index index) {
        return "INDEX " + index.qualifiedName().quoted();
    }

    @Override
    public List<Step> create(Index index, Context context) {
        if (index.constraint() != null) {
            return List.of();
        }
        refuseInvalid(index, context);
        List<Statement> statements = new ArrayList<>();
        statements.add(IndexBuild.building(index, index.name(), context));
        statements.addAll(IndexChanges.finishing(index, context));
        return List.of(Step.making(Part.of(index.key()), statements.toArray(Statement[]::new)));
    }

    /** A partitioned index is invalid as long as a partition lacks its own; any other only after a failure. */
    private void refuseInvalid(Index index, Context context) {
        boolean isWhole = index.state().valid() && index.state().ready();
        if (!isWhole && !Hazards.isPartitioned(context, index.relation())) {
            throw new Unmigratable(name(index), "invalidity");
        }
    }

    @Override
    public List<Step> drop(Index index, Context context) {
        if (index.constraint() != null || (index.parent() != null && !IndexChanges.isDetached(index, context))) {
            return List.of();
        }
        Step drop = new Step(
                List.of(IndexBuild.dropping(index, context)), Set.of(), ConstraintIndexes.withAttached(index, context));
        // A partition that leaves takes its index along, which must be dropped for itself.
        Set<Part> detachments = new HashSet<>(PartitionSteps.detachmentsBelow(index.relation(), context));
        if (index.parent() != null) {
            detachments.add(PartitionSteps.detachment(ObjectKey.of(Kind.TABLE, index.relation())));
        }
        return List.of(drop.after(detachments));
    }

    @Override
    public Optional<List<Step>> alter(Index from, Index to, Context context) {
        if (to.constraint() != null) {
            return alterConstraintIndex(from, to, context);
        }
        if (from.constraint() != null || leavesParent(from, to, context)) {
            return Optional.empty();
        }
        if (!IndexChanges.isSameBuild(from, to)
                || (!from.state().ready() && to.state().ready())) {
            return replace(from, to, context);
        }
        List<Statement> statements = new ArrayList<>();
        statements.addAll(validation(from, to, context));
        statements.addAll(IndexChanges.inPlace(from, to, context));
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }

    /** Whether an index leaves its partitioned index, which goes with all that are attached; but for a table that leaves. */
    private boolean leavesParent(Index from, Index to, Context context) {
        if (from.parent() == null || from.parent().equals(to.parent()) || IndexChanges.isDetached(from, context)) {
            return false;
        }
        return true;
    }

    private List<Statement> validation(Index from, Index to, Context context) {
        if (from.state().valid() && !to.state().valid()) {
            refuseInvalid(to, context);
        }
        boolean isMended = !from.state().valid() && to.state().valid();
        return isMended && !Hazards.isPartitioned(context, to.relation())
                ? List.of(IndexBuild.rebuilding(from, context))
                : List.of();
    }

    /** What is left when the constraint itself has been seen to. */
    private Optional<List<Step>> alterConstraintIndex(Index from, Index to, Context context) {
        if (!IndexChanges.isSameBuild(from, to)
                || (from.parent() != null && !from.parent().equals(to.parent()))) {
            return from.constraint() == null ? Optional.empty() : Optional.of(List.of());
        }
        boolean isPromoted = from.constraint() == null;
        if (isPromoted && !ConstraintIndexes.isPromoted(to, context)) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        statements.addAll(validation(from, to, context));
        statements.addAll(
                isPromoted ? IndexChanges.besidesParent(from, to, context) : IndexChanges.inPlace(from, to, context));
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }

    /** Builds the new index before the old one goes, so that queries always have one; if others are at work at all. */
    private Optional<List<Step>> replace(Index from, Index to, Context context) {
        boolean isAlone =
                from.parent() == null && to.parent() == null && from.name().equals(to.name());
        if (!isAlone || !IndexBuild.isConcurrent(to, context)) {
            return Optional.empty();
        }
        refuseInvalid(to, context);
        List<Statement> statements = new ArrayList<>();
        if (from.state().ready()) {
            Identifier name = IndexBuild.temporaryName(to, context);
            statements.add(IndexBuild.building(to, name, context));
            statements.add(IndexBuild.dropping(from, context));
            statements.add(Statement.of("ALTER INDEX %s RENAME TO %s"
                    .formatted(
                            new QualifiedName(to.relation().schema(), name).quoted(),
                            to.name().quoted())));
        } else {
            statements.add(IndexBuild.dropping(from, context));
            statements.add(IndexBuild.building(to, to.name(), context));
        }
        statements.addAll(IndexChanges.finishing(to, context));
        String comment = to.attributes().comment();
        if (comment != null && comment.equals(from.attributes().comment())) {
            statements.add(Statement.of("COMMENT ON %s IS %s".formatted(name(to), Literal.of(comment))));
        }
        return Optional.of(List.of(Steps.replacing(to.key(), statements)));
    }
}
