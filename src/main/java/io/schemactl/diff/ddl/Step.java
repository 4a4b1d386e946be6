package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of a migration that has its place among the others because of what it makes and takes away. A part that it both takes and
 * makes is replaced in place: what PostgreSQL does not carry over itself must be gone before, and comes back after.
 *
 * @param statements its commands, in their order, with nothing between them
 * @param makes the parts that exist, as they shall be, only after it
 * @param takes the parts that exist, as they were, only before it
 * @param after the parts, besides those that PostgreSQL says are needed, that must have been made or taken away before
 */
public record Step(List<Statement> statements, Set<Part> makes, Set<Part> takes, Set<Part> after) {
    /** Copies everything. */
    public Step {
        statements = List.copyOf(statements);
        makes = Set.copyOf(makes);
        takes = Set.copyOf(takes);
        after = Set.copyOf(after);
    }

    /** A step with no further order. */
    public Step(List<Statement> statements, Set<Part> makes, Set<Part> takes) {
        this(statements, makes, takes, Set.of());
    }

    /** A step that makes a part. */
    public static Step making(Part part, Statement... statements) {
        return new Step(List.of(statements), Set.of(part), Set.of());
    }

    /** A step that takes a part away. */
    public static Step taking(Part part, Statement... statements) {
        return new Step(List.of(statements), Set.of(), Set.of(part));
    }

    /** A step that changes something in place; whatever needs it stays as it is. */
    public static Step changing(Part part, Statement... statements) {
        return making(part, statements);
    }

    /** A step that replaces a part in place. */
    public static Step replacing(Part part, List<Statement> statements) {
        return new Step(statements, Set.of(part), Set.of(part));
    }

    /** The same step, also after others have made or taken some parts. */
    public Step after(Collection<Part> parts) {
        Set<Part> all = new HashSet<>(after);
        all.addAll(parts);
        return new Step(statements, makes, takes, all);
    }
}
