package io.schemactl.engine.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A changelog file that is being read.
 *
 * @param logicalFilePath the logical file path that the file gives itself
 * @param story the story that the file belongs to
 * @param changeSets what was found in it so far
 */
record Changelog(
        FileReferences.Found file,
        @Nullable String logicalFilePath,
        @Nullable String story,
        List<OrderedChangeSet> changeSets) {

    Changelog(FileReferences.Found file, @Nullable String logicalFilePath, @Nullable String story) {
        this(file, logicalFilePath, story, new ArrayList<>());
    }

    /** What is recorded for change sets that say nothing themselves. */
    String recordedFile() {
        return logicalFilePath == null
                ? file.name()
                : logicalFilePath.replace('\\', '/').replaceFirst("^/", "");
    }

    /** Whether the file is XML, where an empty element is how Liquibase's manual says that there is nothing to take back. */
    boolean isXml() {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".xml");
    }
}
