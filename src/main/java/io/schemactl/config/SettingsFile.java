package io.schemactl.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schemactl.yaml as written: checked, but variables not yet put in.
 *
 * @param path the file, absolute; null if there is none
 * @param defaultTarget the target that is used when none is named
 * @param targets the targets in the order written
 * @param settings what stands under {@code settings:}
 */
record SettingsFile(
        @Nullable Path path,
        @Nullable FileValue defaultTarget,
        Map<String, TargetEntry> targets,
        Map<Setting, FileValue> settings) {

    /** What there is without a file. */
    static final SettingsFile NONE = new SettingsFile(null, null, Map.of(), Map.of());

    /** Copies the maps, keeping their order. */
    SettingsFile {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * A target as written.
     *
     * @param name the target's key
     * @param values its settings, except the parameters
     * @param parameters its changelog parameters
     */
    record TargetEntry(FileValue name, Map<Setting, FileValue> values, Map<String, FileValue> parameters) {
        /** Copies the maps, keeping their order. */
        TargetEntry {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }
}
