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
                || !link(
                        "COMMUTATOR",
                        new Link(to.commutator(), from.commutatorKey(), to.commutatorKey()),
                        context,
                        changes)
                || !link("NEGATOR", new Link(to.negator(), from.negatorKey(), to.negatorKey()), context, changes)
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
        if (link.from().equals(link.to())) {
            return true;
        }
        if (link.from().isPresent()) {
            return link.to().isEmpty()
                    && !context.to().objects().containsKey(link.from().get());
        }
        if (link.to().filter(context::stays).isEmpty()) {
            return true;
        }
        changes.with(property, reference(link.name()));
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
     * @param name its new name
     * @param from its old key
     * @param to its new key
     */
    private record Link(@Nullable QualifiedName name, Optional<ObjectKey> from, Optional<ObjectKey> to) {}
}
