package io.schemactl.cli;

import io.schemactl.config.Settings;
import io.schemactl.diff.plan.PlanOptions;
import io.schemactl.task.DiffRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What of two schemas is compared, and how a script may mend it. */
final class DiffOptions {

    @Mixin
    private final CatalogOptions catalog = new CatalogOptions();

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

    DiffRequest request(Settings settings, DiffSides.Pair sides, boolean strict) {
        return new DiffRequest(
                sides.from(), sides.to(), catalog.filter(settings), DiffRequest.Ignored.of(settings.ignored()), strict);
    }
}
