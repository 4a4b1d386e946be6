package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.config.Settings;
import io.schemactl.task.CatalogFilter;
import java.util.List;
import picocli.CommandLine.Option;

/** Which objects of schemas are compared; what does not count is a setting. */
final class CatalogOptions {

    @Option(
            names = "--schema",
            paramLabel = "GLOB",
            split = ",",
            description = "compare only schemas with these names, such as 'app*'")
    private List<String> schemas = List.of();

    CatalogFilter filter(Settings settings) {
        return new CatalogFilter(schemas, settings.excluded());
    }

    /** Whether a comparison of schemas reads a setting. */
    static boolean reads(Setting setting) {
        return setting == Setting.SHADOW || setting.scope() == Setting.Scope.COMPARISON;
    }
}
