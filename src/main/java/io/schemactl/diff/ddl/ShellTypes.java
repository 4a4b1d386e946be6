package io.schemactl.diff.ddl;

import io.schemactl.catalog.Dependencies;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Routine;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Types that need functions which need the type: PostgreSQL wants a shell of the type first, then the functions, then the type (see
 * <a href="https://www.postgresql.org/docs/current/sql-createtype.html">CREATE TYPE</a>).
 */
public final class ShellTypes {

    private static final Set<Kind> KINDS = Set.of(Kind.BASE_TYPE, Kind.RANGE_TYPE);

    private ShellTypes() {}

    /** Dependencies without cycles through types: the routines that a type needs are content with its shell. */
    public static Dependencies relaxed(Dependencies dependencies) {
        var edges = new ArrayList<Dependencies.Edge>();
        dependencies
                .needs()
                .forEach((part, needed) -> needed.forEach(
                        each -> edges.add(new Dependencies.Edge(part, contentWith(part, each, dependencies)))));
        return Dependencies.of(edges);
    }

    private static Part contentWith(Part part, Part needed, Dependencies dependencies) {
        boolean cyclic = KINDS.contains(needed.object().kind())
                && dependencies.neededBy(needed).contains(part);
        return cyclic ? shell(needed.object()) : needed;
    }

    /** The shell of a type, which is there before the type is. */
    static Part shell(ObjectKey type) {
        return Part.of(new ObjectKey(type.kind(), type.schema(), null, type.name(), "shell"));
    }

    /** Whether a function that is known by its name, as PostgreSQL prints it, or a printed type, is the one of a name. */
    static boolean isNamed(String printed, QualifiedName name) {
        return spellings(name.schema()).stream()
                .flatMap(schema -> spellings(name.name()).stream().map(own -> schema + "." + own))
                .anyMatch(printed::equals);
    }

    private static List<String> spellings(Identifier identifier) {
        return List.of(identifier.name(), identifier.quoted());
    }

    /** Whether a routine is one of the named functions, and makes values of a type. */
    static boolean makes(Routine routine, List<String> functions, QualifiedName type) {
        String result = routine.result();
        return result != null
                && isNamed(result, type)
                && functions.stream().anyMatch(function -> isNamed(function, routine.name()));
    }

    /** Whether a routine is one of the named functions, and takes values of a type. */
    static boolean takes(Routine routine, List<String> functions, QualifiedName type) {
        return isNamed(routine.arguments(), type)
                && functions.stream().anyMatch(function -> isNamed(function, routine.name()));
    }
}
