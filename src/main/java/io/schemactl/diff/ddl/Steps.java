package io.schemactl.diff.ddl;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import java.util.List;
import java.util.Set;

/** Makes the usual steps. */
final class Steps {

    private Steps() {}

    /** A step that changes an object in place, and perhaps gives it another name. */
    static Step changing(ObjectKey from, ObjectKey to, List<Statement> statements) {
        Set<Part> takes = from.equals(to) ? Set.of() : Set.of(Part.of(from));
        return new Step(statements, Set.of(Part.of(to)), takes);
    }

    /** No step if there are no statements; otherwise a step that changes an object in place. */
    static List<Step> changes(ObjectKey from, ObjectKey to, List<Statement> statements) {
        return statements.isEmpty() && from.equals(to) ? List.of() : List.of(changing(from, to, statements));
    }

    /** A step that replaces an object by one of the same key. */
    static Step replacing(ObjectKey key, List<Statement> statements) {
        return new Step(statements, Set.of(Part.of(key)), Set.of(Part.of(key)));
    }
}
