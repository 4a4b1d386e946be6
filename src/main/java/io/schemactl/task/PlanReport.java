package io.schemactl.task;

import io.schemactl.engine.ChangeSetEntry;
import java.util.List;

/**
 * What an upgrade would do.
 *
 * @param target the database
 * @param changeSets what would run, in order, each with its statements
 * @param script the whole as a script for psql
 */
public record PlanReport(TargetReport target, List<Planned> changeSets, String script) {

    /** Copies the change sets. */
    public PlanReport {
        changeSets = List.copyOf(changeSets);
    }

    /**
     * A change set that would run.
     *
     * @param entry the change set
     * @param isOutOfOrder whether it stands before ones that are applied
     * @param statements what it would send to the server
     */
    public record Planned(ChangeSetEntry entry, boolean isOutOfOrder, List<String> statements) {

        /** Copies the statements. */
        public Planned {
            statements = List.copyOf(statements);
        }
    }
}
