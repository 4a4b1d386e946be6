package io.schemactl.diff.ddl;

import io.schemactl.catalog.Index;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Commands about primary keys and unique constraints. A partitioned table's is made without its partitions', which have names of
 * their own and are attached; it goes together with them.
 */
final class KeyConstraintDdl implements Ddl<KeyConstraint> {

    @Override
    public String name(KeyConstraint key) {
        return Constraints.name(key);
    }

    @Override
    public List<Step> create(KeyConstraint key, Context context) {
        if (Exclusive.isFromAbove(key, context)) {
            return List.of(Exclusive.naming(key, context));
        }
        Optional<Index> index = ConstraintIndexes.find(context.to(), key);
        List<Statement> statements = new ArrayList<>();
        if (index.isPresent() && ConstraintIndexes.isPromoted(index.get(), context)) {
            statements.add(promotion(key, key.name(), context));
        } else if (index.isPresent() && isConcurrent(key, index.get(), context)) {
            statements.add(IndexBuild.building(index.get(), key.name(), context));
            statements.add(promotion(key, key.name(), context));
        } else {
            statements.add(
                    addition(key, index.map(IndexChanges::storageOfConstraint).orElse(""), context));
        }
        index.ifPresent(each -> statements.addAll(IndexChanges.finishing(each, context)));
        statements.addAll(Constraints.triggers(key, true, context));
        return List.of(Rebinding.making(key, new Step(statements, ConstraintIndexes.parts(key), Set.of()), context));
    }

    private static boolean isConcurrent(KeyConstraint key, Index index, Context context) {
        return !key.withoutOverlaps() && IndexBuild.isConcurrent(index, context);
    }

    /** The statement that makes a constraint of a unique index, which gets its name; its columns refuse NULL already. */
    private static Statement promotion(KeyConstraint key, Identifier index, Context context) {
        return Constraints.locking(key, promoting(key, index), context);
    }

    private static String promoting(KeyConstraint key, Identifier index) {
        String definition =
                "%s USING INDEX %s%s".formatted(word(key), index.quoted(), Clauses.deferral(key.deferral()));
        return Constraints.adding(key, definition);
    }

    private static Statement addition(KeyConstraint key, String storage, Context context) {
        boolean isPartitioned = Hazards.isPartitioned(context, key.relation()) && !Exclusive.fits(key);
        String definition = definition(key) + storage + Clauses.deferral(key.deferral());
        String sql = "ALTER TABLE %s%s %s"
                .formatted(isPartitioned ? "ONLY " : "", key.relation().quoted(), Constraints.adding(key, definition));
        Hazard.Type[] harms =
                isPartitioned ? new Hazard.Type[0] : new Hazard.Type[] {Hazard.Type.INDEX_BUILD, Hazard.Type.MAY_FAIL};
        return Statement.of(sql, Hazards.on(context, key.relation(), Hazards.ACCESS_EXCLUSIVE, harms));
    }

    private static String word(KeyConstraint key) {
        return key.primary() ? "PRIMARY KEY" : "UNIQUE";
    }

    private static String definition(KeyConstraint key) {
        String columns = Clauses.columns(key.columns());
        if (key.withoutOverlaps()) {
            columns = columns.substring(0, columns.length() - 1) + " WITHOUT OVERLAPS)";
        }
        String include = key.include().isEmpty() ? "" : " INCLUDE " + Clauses.columns(key.include());
        return word(key) + (key.nullsNotDistinct() ? " NULLS NOT DISTINCT " : " ") + columns + include;
    }

    @Override
    public List<Step> drop(KeyConstraint key, Context context) {
        return ConstraintIndexes.drop(key, context).stream()
                .map(step -> new Step(step.statements(), step.makes(), withRefusal(key, step.takes()), step.after()))
                .map(step -> Rebinding.taking(key, step, context))
                .toList();
    }

    private static Set<Part> withRefusal(KeyConstraint key, Set<Part> takes) {
        Set<Part> all = new HashSet<>(takes);
        all.add(refusal(key.key()));
        return all;
    }

    /** What stands for it that a primary key refuses NULL; another constraint of its name may follow on it. */
    static Part refusal(ObjectKey key) {
        return new Part(key, new Identifier("\u0001refusal"), true);
    }

    @Override
    public Optional<List<Step>> alter(KeyConstraint from, KeyConstraint to, Context context) {
        boolean leaves =
                from.standing().inherited() && !to.standing().inherited() && !Constraints.isMoved(from, to, context);
        if (leaves || !definition(from).equals(definition(to)) || from.deferral() != to.deferral()) {
            return leaves ? Optional.empty() : replace(from, to, context);
        }
        List<Statement> statements = new ArrayList<>();
        Constraints.renaming(from, to, context).ifPresent(statements::add);
        statements.addAll(Constraints.triggers(to, from.standing().triggersEnabled(), context));
        return Optional.of(ConstraintIndexes.changes(from, to, statements));
    }

    /** Whether columns, which a primary key forces to refuse NULL, take it between the old key and the new one. */
    private static boolean isReleasing(KeyConstraint from, KeyConstraint to, Context context) {
        return from.primary()
                && context.to()
                        .findTable(to.relation())
                        .filter(table -> to.columns().stream()
                                .flatMap(name -> table.findColumn(name).stream())
                                .anyMatch(column -> !column.notNull()))
                        .isPresent();
    }

    /** Builds the new index before the old constraint goes; if others are at work at all. */
    private static Optional<List<Step>> replace(KeyConstraint from, KeyConstraint to, Context context) {
        Optional<Index> index = ConstraintIndexes.find(context.to(), to);
        boolean canBe = index.isPresent()
                && index.get().parent() == null
                && !from.standing().inherited()
                && from.name().equals(to.name())
                && !isReleasing(from, to, context)
                && isConcurrent(to, index.get(), context);
        if (!canBe) {
            return Optional.empty();
        }
        Identifier name = IndexBuild.temporaryName(index.get(), context);
        List<Statement> statements = new ArrayList<>();
        statements.add(IndexBuild.building(index.get(), name, context));
        statements.add(Constraints.locking(to, Constraints.dropping(from) + ", " + promoting(to, name), context));
        statements.addAll(IndexChanges.finishing(index.get(), context));
        statements.addAll(Constraints.triggers(to, true, context));
        Set<Part> takes = withRefusal(from, ConstraintIndexes.parts(from));
        return Optional.of(List.of(new Step(statements, ConstraintIndexes.parts(to), takes)));
    }
}
