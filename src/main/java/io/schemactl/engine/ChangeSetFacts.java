package io.schemactl.engine;

import java.util.ArrayList;
import java.util.List;
import liquibase.ChecksumVersion;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * When a change set runs, and what databases remember of it.
 *
 * @param runsAlways whether each upgrade runs it
 * @param runsOnChange whether it runs once more when its text is another one
 * @param condition the contexts and labels that decide whether it runs at all; null if none do
 * @param checksum what the history records of its text
 */
public record ChangeSetFacts(
        boolean runsAlways, boolean runsOnChange, @Nullable String condition, String checksum) {

    /** What a changelog says of one of its change sets. */
    public static ChangeSetFacts of(Changelog changelog, ChangeSetEntry entry) {
        ChangeSet changeSet = changelog.changeSet(entry);
        return changelog.runtime().call(() -> {
            String checksum =
                    changeSet.generateCheckSum(ChecksumVersion.latest()).toString();
            changeSet.clearCheckSum();
            return new ChangeSetFacts(
                    changeSet.shouldAlwaysRun(), changeSet.shouldRunOnChange(), condition(changeSet), checksum);
        });
    }

    /** Whether a database that remembers a checksum takes the change set for the one that it has run. */
    public static boolean isAccepted(Changelog changelog, ChangeSetEntry entry, String checksum) {
        ChangeSet changeSet = changelog.changeSet(entry);
        return changelog.runtime().call(() -> {
            boolean isAccepted = changeSet.isCheckSumValid(CheckSum.parse(checksum));
            changeSet.clearCheckSum();
            return isAccepted;
        });
    }

    private static @Nullable String condition(ChangeSet changeSet) {
        List<String> parts = new ArrayList<>();
        add("context", changeSet.buildFullContext(), parts);
        add("labels", changeSet.buildFullLabels(), parts);
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static void add(String name, @Nullable String value, List<String> parts) {
        if (value != null && !value.isBlank()) {
            parts.add("%s %s".formatted(name, value));
        }
    }
}
