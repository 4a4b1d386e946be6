package io.schemactl.scaffold;

import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.Reading;
import io.schemactl.diff.Statement;
import io.schemactl.diff.ddl.Unmigratable;
import io.schemactl.diff.plan.Migration;
import io.schemactl.diff.plan.PlanOptions;
import io.schemactl.diff.plan.Planner;
import io.schemactl.diff.story.ChangeSet;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Literal;
import io.schemactl.sql.WrittenName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new label of an enum type. PostgreSQL has no command that takes a label away, so what takes it back makes the type anew without
 * it, rewrites every column that has the type, and gives back what depends on them.
 *
 * @param type the type
 * @param label the new label
 * @param position where it stands; null for the end
 */
record EnumValueBlock(
        WrittenName type, String label, @Nullable Position position) implements Block {

    private static final String OPTION = "--enum-value";

    /**
     * Where a new label stands.
     *
     * @param isAfter behind a label; otherwise before it
     * @param neighbour that label
     */
    record Position(boolean isAfter, String neighbour) {
        String sql() {
            return " %s %s".formatted(isAfter ? "AFTER" : "BEFORE", Literal.of(neighbour));
        }
    }

    /** Reads {@code order_status:refunded after paid}. */
    static EnumValueBlock parse(String text) {
        var words = new Words(
                text,
                () -> Refusal.of(
                        "%s: `%s` is not a type and its new label".formatted(OPTION, text),
                        "write `order_status:refunded after paid`; labels with spaces stand in single quotes"));
        WrittenName type = words.name();
        words.require(':');
        String label = words.label();
        Position position = null;
        if (words.skip("after")) {
            position = new Position(true, words.label());
        } else if (words.skip("before")) {
            position = new Position(false, words.label());
        }
        words.requireEnd();
        return new EnumValueBlock(type, label, position);
    }

    @Override
    public List<ChangeSet> changeSets(Place place) {
        EnumType is = place.enumType(type);
        if (is.labels().contains(label)) {
            throw Refusal.of(
                    "%s: %s has the label %s already"
                            .formatted(OPTION, is.name().display(), label),
                    "leave it out");
        }
        if (position != null && !is.labels().contains(position.neighbour())) {
            throw Refusal.of(
                    "%s: %s has no label %s".formatted(OPTION, is.name().display(), position.neighbour()),
                    "its labels are: " + String.join(", ", is.labels()));
        }
        String sql = "ALTER TYPE %s ADD VALUE %s%s"
                .formatted(is.name().quoted(), Literal.of(label), position == null ? "" : position.sql());
        return List.of(ChangeSet.of(
                "New label %s of %s".formatted(label, is.name().display()), List.of(Statement.of(sql)), List.of()));
    }

    @Override
    public List<ChangeSet> withRollback(List<ChangeSet> changeSets, Place before, Reading after) {
        EnumType old = before.enumType(type);
        var rollback = new ArrayList<Statement>();
        new LabelUses(after.catalog(), old.name())
                .refusal(label)
                .map(Statement::of)
                .ifPresent(rollback::add);
        rollback.addAll(wayBack(after, before.reading()).statements());
        ChangeSet added = changeSets.get(0);
        return List.of(ChangeSet.of(String.valueOf(added.comment()), added.changes(), rollback));
    }

    /** In one transaction: nobody may see the type half made anew. */
    private Migration wayBack(Reading after, Reading before) {
        try {
            Migration migration = Planner.plan(after, before, new PlanOptions(true, false));
            if (migration.statements().stream().allMatch(Statement::transactional)) {
                return migration;
            }
            throw new Unmigratable("a command cannot be in a transaction");
        } catch (Unmigratable e) {
            throw new ProblemException(
                    Problem.of(
                                    ProblemCode.UNMIGRATABLE,
                                    "%s: the label %s could not be taken back: %s"
                                            .formatted(OPTION, label, e.getMessage()))
                            .state("nothing was written")
                            .fix("write this change by hand"),
                    e);
        }
    }

    @Override
    public List<StoryTest> tests(Place before, Place place) {
        return List.of(EnumBlock.labels(place, type));
    }
}
