package io.schemactl.cli;

import io.schemactl.task.CatalogFilter;
import io.schemactl.task.DiffRequest;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which objects of schemas are compared, and which of their properties. */
final class CatalogOptions {

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

    CatalogFilter filter() {
        return new CatalogFilter(schemas, excluded);
    }

    Set<DiffRequest.Ignored> ignored() {
        return Set.copyOf(ignored);
    }
}
