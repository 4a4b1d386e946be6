package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import java.util.List;
import java.util.Set;

/**
 * A part of a migration that has its place among the others because of what it makes and takes away. A part that it both takes and
 * makes is replaced: whatever needed the old one must be gone before, and comes back after.
 *
 * @param statements its commands, in their order, with nothing between them
 * @param makes the parts that exist only after it
 * @param takes the parts that exist only before it
 */
public record Step(List<Statement> statements, Set<Part> makes, Set<Part> takes) {
    /** Copies everything. */
    public Step {
        statements = List.copyOf(statements);
        makes = Set.copyOf(makes);
        takes = Set.copyOf(takes);
    }

    /** A step that makes a part. */
    public static Step making(Part part, Statement... statements) {
        return new Step(List.of(statements), Set.of(part), Set.of());
    }

    /** A step that takes a part away. */
    public static Step taking(Part part, Statement... statements) {
        return new Step(List.of(statements), Set.of(), Set.of(part));
    }

    /** A step that changes something which nothing else needs to be as it was. */
    public static Step changing(Part part, Statement... statements) {
        return making(part, statements);
    }
}
