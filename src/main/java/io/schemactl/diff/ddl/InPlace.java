package io.schemactl.diff.ddl;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes the steps that change objects in place. */
final class InPlace {

    private InPlace() {}

    /** The step of some commands; none if there are no commands. */
    static Optional<List<Step>> of(ObjectKey from, ObjectKey to, List<String> commands) {
        return by(from, to, commands.stream().map(Statement::of).toList());
    }

    /** The step of some statements; none if there are no statements. */
    static Optional<List<Step>> by(ObjectKey from, ObjectKey to, List<Statement> statements) {
        if (statements.isEmpty()) {
            return Optional.of(List.of());
        }
        Set<Part> takes = from.equals(to) ? Set.of() : Set.of(Part.of(from));
        return Optional.of(List.of(new Step(statements, Set.of(Part.of(to)), takes)));
    }

    /**
     * The commands that move and rename an object.
     *
     * @param naming how commands speak of the object when it has a name
     */
    static List<String> renaming(Function<QualifiedName, String> naming, QualifiedName from, QualifiedName to) {
        var commands = new ArrayList<String>();
        if (!from.schema().equals(to.schema())) {
            commands.add("ALTER %s SET SCHEMA %s"
                    .formatted(naming.apply(from), to.schema().quoted()));
        }
        if (!from.name().equals(to.name())) {
            var moved = new QualifiedName(to.schema(), from.name());
            commands.add("ALTER %s RENAME TO %s"
                    .formatted(naming.apply(moved), to.name().quoted()));
        }
        return commands;
    }
}
