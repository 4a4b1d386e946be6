package io.schemactl.diff.ddl;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Operator;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands about operators; see <a href="https://www.postgresql.org/docs/current/sql-createoperator.html">CREATE OPERATOR</a>. */
final class OperatorDdl implements Ddl<Operator> {

    /** The first version whose {@code ALTER OPERATOR} can add what {@code CREATE OPERATOR} left out. */
    private static final int COMPLETED_IN_PLACE = 17;

    @Override
    public String name(Operator operator) {
        return "OPERATOR %s (%s, %s)"
                .formatted(
                        symbol(operator.name()), operator.left() == null ? "NONE" : operator.left(), operator.right());
    }

    /** An operator's name, as commands take it: the symbol itself is never quoted. */
    static String symbol(QualifiedName name) {
        return name.schema().quoted() + "." + name.name().name();
    }

    private static @Nullable String reference(@Nullable QualifiedName name) {
        return name == null ? null : "OPERATOR(" + symbol(name) + ")";
    }

    /** An operator that is only announced is made by the one that announces it, as its commutator or negator. */
    @Override
    public List<Step> create(Operator operator, Context context) {
        if (operator.function() == null) {
            return List.of();
        }
        var properties = new Definition()
                .with("FUNCTION", operator.function())
                .with("LEFTARG", operator.left())
                .with("RIGHTARG", operator.right())
                .with("COMMUTATOR", reference(operator.commutator()))
                .with("NEGATOR", reference(operator.negator()))
                .with("RESTRICT", operator.restrict())
                .with("JOIN", operator.join())
                .with("HASHES", operator.hashes())
                .with("MERGES", operator.merges());
        return List.of(Step.making(
                Part.of(operator.key()),
                Statement.of("CREATE OPERATOR %s %s".formatted(symbol(operator.name()), properties))));
    }

    @Override
    public Optional<List<Step>> alter(Operator from, Operator to, Context context) {
        var changes = new Definition();
        if (from.function() == null
                || !Objects.equals(from.function(), to.function())
                || !from.name().name().equals(to.name().name())
                || !link("COMMUTATOR", Link.ofCommutators(from, to), context, changes)
                || !link("NEGATOR", Link.ofNegators(from, to), context, changes)
                || !promise("HASHES", from.hashes(), to.hashes(), context, changes)
                || !promise("MERGES", from.merges(), to.merges(), context, changes)) {
            return Optional.empty();
        }
        estimator("RESTRICT", from.restrict(), to.restrict(), changes);
        estimator("JOIN", from.join(), to.join(), changes);
        var commands = new ArrayList<String>();
        if (!from.name().equals(to.name())) {
            commands.add("ALTER %s SET SCHEMA %s"
                    .formatted(name(from), to.name().schema().quoted()));
        }
        if (!changes.isEmpty()) {
            commands.add("ALTER %s SET %s".formatted(name(to), changes));
        }
        return InPlace.of(from.key(), to.key(), commands);
    }

    /**
     * Whether a link to another operator can be changed in place. It goes and comes with the operator at its other end, without a
     * command.
     */
    private static boolean link(String property, Link link, Context context, Definition changes) {
        if (Objects.equals(link.from(), link.to())) {
            return true;
        }
        if (link.from() != null) {
            return link.to() == null && !context.to().objects().containsKey(link.fromKey());
        }
        if (!context.stays(link.toKey())) {
            return true;
        }
        changes.with(property, reference(link.to()));
        return context.majorVersion() >= COMPLETED_IN_PLACE;
    }

    private static boolean promise(String property, boolean from, boolean to, Context context, Definition changes) {
        changes.with(property, to && !from);
        return from == to || (to && context.majorVersion() >= COMPLETED_IN_PLACE);
    }

    private static void estimator(String property, @Nullable String from, @Nullable String to, Definition changes) {
        if (!Objects.equals(from, to)) {
            changes.with(property, to == null ? "NONE" : to);
        }
    }

    /**
     * The operator at the other end of a link, before and after.
     *
     * @param from its old name
     * @param to its new name
     * @param fromKey its old key, if there was one
     * @param toKey its new key, if there is one
     */
    private record Link(
            @Nullable QualifiedName from,
            @Nullable QualifiedName to,
            @Nullable ObjectKey fromKey,
            @Nullable ObjectKey toKey) {

        static Link ofCommutators(Operator from, Operator to) {
            QualifiedName old = from.commutator();
            QualifiedName now = to.commutator();
            return new Link(
                    old,
                    now,
                    old == null ? null : Operator.key(old, from.right(), from.left()),
                    now == null ? null : Operator.key(now, to.right(), to.left()));
        }

        static Link ofNegators(Operator from, Operator to) {
            QualifiedName old = from.negator();
            QualifiedName now = to.negator();
            return new Link(
                    old,
                    now,
                    old == null ? null : Operator.key(old, from.left(), from.right()),
                    now == null ? null : Operator.key(now, to.left(), to.right()));
        }
    }
}
