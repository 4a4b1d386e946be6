package io.schemactl.diff.plan;

import io.schemactl.diff.Statement;
import java.util.List;

/**
 * The commands that turn one catalog into another.
 *
 * @param statements the commands, in their order
 */
public record Migration(List<Statement> statements) {
    /** Copies the commands. */
    public Migration {
        statements = List.copyOf(statements);
    }
}
