package io.schemactl.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A database, and the changelog that belongs to it.
 *
 * @param name the target's name in schemactl.yaml, or {@code ad-hoc}
 * @param changelog the root changelog, absolute
 * @param searchPath the folder to which the history's file names are relative, absolute
 * @param url the database
 * @param isProtected whether losing data needs {@code --allow-data-loss}
 * @param defaultSchema the schema of unqualified names; null for the server's own choice
 * @param historySchema the schema of DATABASECHANGELOG; null for the default schema
 * @param contextFilter the contexts that run; null for all
 * @param labelFilter the labels that run; null for all
 * @param parameters changelog parameters, sorted by name
 * @param classPath the jar or folder with the classes of custom changes, absolute
 * @param passwordCommand the command that prints the password
 */
public record Target(
        String name,
        Path changelog,
        Path searchPath,
        TargetUrl url,
        boolean isProtected,
        @Nullable String defaultSchema,
        @Nullable String historySchema,
        @Nullable String contextFilter,
        @Nullable String labelFilter,
        Map<String, String> parameters,
        @Nullable Path classPath,
        @Nullable String passwordCommand) {

    /** The name of a target that is not in a file. */
    public static final String AD_HOC = "ad-hoc";

    /** Sorts and copies the parameters. */
    public Target {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** This target with no change set kept from running by its contexts or labels. */
    public Target unfiltered() {
        return new Target(
                name,
                changelog,
                searchPath,
                url,
                isProtected,
                defaultSchema,
                historySchema,
                null,
                null,
                parameters,
                classPath,
                passwordCommand);
    }

    /**
     * This target with its changelog at another place.
     *
     * @param otherChangelog the root changelog, absolute
     * @param otherSearchPath the folder to which the history's file names are relative, absolute
     */
    public Target at(Path otherChangelog, Path otherSearchPath) {
        return new Target(
                name,
                otherChangelog,
                otherSearchPath,
                url,
                isProtected,
                defaultSchema,
                historySchema,
                contextFilter,
                labelFilter,
                parameters,
                classPath,
                passwordCommand);
    }

    /** The name alone: parameters and the password command may hold secrets. */
    @Override
    public String toString() {
        return name;
    }
}
