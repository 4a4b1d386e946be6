package io.schemactl.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that options, environment and file say, as one value.
 *
 * @param file the settings file, absolute; null if there is none
 * @param targets the selected targets, in order, at least one unless the request wants none
 * @param lockTimeout how long a statement waits for a lock; zero is for ever
 * @param lockRetries how often a change set that got no lock in time is tried again
 * @param lockWait how long to wait for another schemactl on the same database; zero is not at all
 * @param statementTimeout how long a single statement may take; zero is for ever
 * @param dataDirectory where embedded servers keep their data, absolute
 * @param shadow where throw-away databases are made; a URL, which may hold a password
 * @param ignored properties that do not count when schemas are compared
 * @param excluded globs of schemas and objects that do not count when schemas are compared
 * @param lintRules how much rules of the linter matter, each as {@code rule=severity}
 * @param lintNames what the linter wants names to match, as written; empty if it may be anything
 * @param failOn the severity from which on the linter says no
 * @param values every value with its origin, secrets masked
 * @param warnings what is odd but no error
 */
public record Settings(
        @Nullable Path file,
        List<Target> targets,
        Duration lockTimeout,
        int lockRetries,
        Duration lockWait,
        Duration statementTimeout,
        Path dataDirectory,
        Secret shadow,
        List<String> ignored,
        List<String> excluded,
        List<String> lintRules,
        String lintNames,
        String failOn,
        List<Sourced> values,
        List<String> warnings) {

    /** Copies the lists. */
    public Settings {
        targets = List.copyOf(targets);
        ignored = List.copyOf(ignored);
        excluded = List.copyOf(excluded);
        lintRules = List.copyOf(lintRules);
        values = List.copyOf(values);
        warnings = List.copyOf(warnings);
    }
}
