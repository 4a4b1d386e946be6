package io.schemactl.diff.ddl;

import io.schemactl.catalog.OperatorFamily;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Commands about operator families; see
 * <a href="https://www.postgresql.org/docs/current/sql-alteropfamily.html">ALTER OPERATOR FAMILY</a>.
 */
final class OperatorFamilyDdl implements Ddl<OperatorFamily> {

    @Override
    public String name(OperatorFamily family) {
        return name(family, family.name());
    }

    private static String name(OperatorFamily family, QualifiedName name) {
        return "OPERATOR FAMILY %s USING %s"
                .formatted(name.quoted(), family.method().quoted());
    }

    @Override
    public List<Step> create(OperatorFamily family, Context context) {
        var statements = new ArrayList<Statement>();
        if (!isBuiltIn(family)) {
            statements.add(Statement.of("CREATE " + name(family)));
        }
        List<String> members = OperatorMembers.added(family.operators(), family.functions());
        if (!members.isEmpty()) {
            statements.add(Statement.of("ALTER %s ADD %s".formatted(name(family), String.join(", ", members))));
        }
        return List.of(Step.making(Part.of(family.key()), statements.toArray(Statement[]::new)));
    }

    @Override
    public List<Step> drop(OperatorFamily family, Context context) {
        if (!isBuiltIn(family)) {
            return Ddl.super.drop(family, context);
        }
        List<String> members = OperatorMembers.dropped(family.operators(), family.functions());
        return List.of(Step.taking(
                Part.of(family.key()),
                Statement.of("ALTER %s DROP %s".formatted(name(family), String.join(", ", members)))));
    }

    /** Whether a family comes with the server, so that only what was added to it comes and goes. */
    private static boolean isBuiltIn(OperatorFamily family) {
        return family.name().schema().name().equals("pg_catalog");
    }

    @Override
    public Optional<List<Step>> alter(OperatorFamily from, OperatorFamily to, Context context) {
        if (!from.method().equals(to.method())) {
            return Optional.empty();
        }
        var commands = new ArrayList<>(InPlace.renaming(name -> name(to, name), from.name(), to.name()));
        List<String> dropped = OperatorMembers.dropped(
                without(from.operators(), to.operators()), without(from.functions(), to.functions()));
        if (!dropped.isEmpty()) {
            commands.add("ALTER %s DROP %s".formatted(name(to), String.join(", ", dropped)));
        }
        List<String> added = OperatorMembers.added(
                without(to.operators(), from.operators()), without(to.functions(), from.functions()));
        if (!added.isEmpty()) {
            commands.add("ALTER %s ADD %s".formatted(name(to), String.join(", ", added)));
        }
        return InPlace.of(from.key(), to.key(), commands);
    }

    private static <T> Set<T> without(Collection<T> members, Collection<T> others) {
        Set<T> rest = new LinkedHashSet<>(members);
        rest.removeAll(Set.copyOf(others));
        return rest;
    }
}
