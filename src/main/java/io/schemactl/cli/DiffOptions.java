package io.schemactl.cli;

import io.schemactl.diff.plan.PlanOptions;
import io.schemactl.task.CatalogFilter;
import io.schemactl.task.DiffRequest;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** What of two schemas is compared. */
final class DiffOptions {

    @Option(
            names = "--schema",
            paramLabel = "GLOB",
            split = ",",
            description = "compare only schemas with these names, such as 'app*'")
    private List<String> schemas = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            split = ",",
            description = "leave out schemas with these names, or objects such as 'public.tmp_*'")
    private List<String> excluded = List.of();

    @Option(
            names = "--ignore",
            paramLabel = "WHAT",
            split = ",",
            description = "properties that do not count: ${COMPLETION-CANDIDATES}")
    private List<DiffRequest.Ignored> ignored = List.of();

    @Option(
            names = "--single-transaction",
            description = "of a migration: everything in one transaction, whoever is blocked meanwhile")
    private boolean singleTransaction;

    @Option(
            names = "--allow-data-loss",
            description = "of a migration: also change values that do not fit into another type")
    private boolean lossy;

    PlanOptions plan() {
        return new PlanOptions(singleTransaction, lossy);
    }

    DiffRequest request(DiffSides.Pair sides) {
        return new DiffRequest(sides.from(), sides.to(), new CatalogFilter(schemas, excluded), Set.copyOf(ignored));
    }
}
