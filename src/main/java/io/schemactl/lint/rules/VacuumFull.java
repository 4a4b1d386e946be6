package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds VACUUM FULL and CLUSTER of tables in use. */
final class VacuumFull implements StatementRule {

    @Override
    public String summary() {
        return "Finds VACUUM FULL and CLUSTER of tables in use.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        String command = facts.statement().isCommand("CLUSTER") ? "CLUSTER" : "VACUUM FULL";
        if (!facts.statement().isCommand("VACUUM") && !facts.statement().isCommand("CLUSTER")) {
            return Stream.empty();
        }
        return facts.rewritten().stream()
                .limit(1)
                .map(table -> facts.hit(
                                table,
                                "%s writes %s anew: it is locked in ACCESS EXCLUSIVE mode, and nobody can read or write it until that is done"
                                        .formatted(command, facts.shown(table)))
                        .fix("VACUUM without FULL, or an extension such as pg_repack, outside of migrations"));
    }
}
