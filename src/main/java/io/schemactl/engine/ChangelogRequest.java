package io.schemactl.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to read, and as what.
 *
 * @param root the root changelog
 * @param searchPath the folder that recorded paths are relative to
 * @param parameters changelog parameters, as with the stock command line's {@code -D}
 * @param contextFilter the contexts to run in; null runs all
 * @param labelFilter the label expression; null runs all
 * @param defaultSchema where unqualified names go; null leaves that to the connection
 * @param historySchema where the history table is; null means the default schema
 * @param classPath folders and jars with the classes of {@code customChange}
 */
public record ChangelogRequest(
        Path root,
        Path searchPath,
        Map<String, String> parameters,
        @Nullable String contextFilter,
        @Nullable String labelFilter,
        @Nullable String defaultSchema,
        @Nullable String historySchema,
        List<Path> classPath) {

    /** Copies the parameters and the class path. */
    public ChangelogRequest {
        parameters = Map.copyOf(parameters);
        classPath = List.copyOf(classPath);
    }
}
