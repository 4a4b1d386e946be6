package io.schemactl.diff.plan;

import io.schemactl.diff.Statement;
import io.schemactl.diff.ddl.CurrentDatabase;
import java.util.ArrayList;
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

    /** The commands in the transactions in which they run: neighbours that allow it share one. */
    public List<Run> runs() {
        var runs = new ArrayList<Run>();
        var together = new ArrayList<Statement>();
        for (Statement statement : statements) {
            if (statement.transactional()) {
                together.add(statement);
                continue;
            }
            if (!together.isEmpty()) {
                runs.add(new Run(together, true));
                together.clear();
            }
            runs.add(new Run(List.of(statement), false));
        }
        if (!together.isEmpty()) {
            runs.add(new Run(together, true));
        }
        return List.copyOf(runs);
    }

    /**
     * Commands that run together.
     *
     * @param statements the commands, in their order
     * @param inTransaction whether they are one transaction; otherwise it is one command that runs alone
     */
    public record Run(List<Statement> statements, boolean inTransaction) {
        /** Copies the commands. */
        public Run {
            statements = List.copyOf(statements);
        }
    }

    /** Whether it changes whether sessions begin read-only, which one that begins so cannot do. */
    public boolean changesReadOnly() {
        return statements.stream().anyMatch(CurrentDatabase::isAboutReadOnly);
    }
}
