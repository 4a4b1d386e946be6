package io.schemactl.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every setting, declared once: its option, environment variable, key in schemactl.yaml, default and kind of value follow
 * from here.
 */
public enum Setting {
    /** The settings file. */
    CONFIG(Place.OUTSIDE, Kind.PATH, null, "the settings file"),
    /** The targets to work on. */
    TARGET(Place.TOP, Kind.TEXT, null, "the target that is used when none is named"),

    /** The root changelog. */
    CHANGELOG(Place.TARGET, Kind.PATH, null, "the root changelog, relative to this file's folder"),
    /** The database. */
    URL(
            Place.TARGET,
            Kind.URL,
            null,
            "the database: postgresql://user@host:5432/db, jdbc:postgresql:..., or embedded:NAME"),
    /** The folder to which the history's file names are relative. */
    SEARCH_PATH(
            Place.TARGET,
            Kind.PATH,
            null,
            "the folder to which file names in the history are relative; default: the root changelog's folder"),
    /** The schema of unqualified names. */
    DEFAULT_SCHEMA(Place.TARGET, Kind.TEXT, null, "the schema in which unqualified names live"),
    /** The schema of the history table. */
    HISTORY_SCHEMA(Place.TARGET, Kind.TEXT, null, "the schema of DATABASECHANGELOG; default: the default schema"),
    /** The contexts that run. */
    CONTEXT_FILTER(Place.TARGET, Kind.TEXT, null, "runs only change sets whose context matches"),
    /** The labels that run. */
    LABEL_FILTER(Place.TARGET, Kind.TEXT, null, "runs only change sets whose labels match this expression"),
    /** The classes of custom changes. */
    CLASS_PATH(
            Place.TARGET, Kind.PATH, null, "a jar or folder with the classes of customChange and customPrecondition"),
    /** The command that prints the password. */
    PASSWORD_COMMAND(Place.TARGET, Kind.COMMAND, null, "a command of which the first line of output is the password"),
    /** Whether losing data needs a word more. */
    PROTECTED(Place.TARGET_ONLY, Kind.BOOLEAN, "false", "whether a rollback that loses data needs --allow-data-loss"),
    /** Changelog parameters. */
    PARAMETERS(Place.TARGET_ONLY, Kind.MAP, null, "changelog parameters, by name"),

    /** How long one statement waits for a lock. */
    LOCK_TIMEOUT(
            Place.SETTINGS,
            Kind.DURATION,
            "3s",
            "how long a statement waits for a lock on a table before the change set is tried again; 0 is for ever"),
    /** How often a change set is tried again. */
    LOCK_RETRIES(Place.SETTINGS, Kind.COUNT, "10", "how often a change set that got no lock in time is tried again"),
    /** How long to wait for another schemactl. */
    LOCK_WAIT(Place.SETTINGS, Kind.DURATION, "5m", "how long to wait for another schemactl on the same database"),
    /** How long one statement may take. */
    STATEMENT_TIMEOUT(Place.SETTINGS, Kind.DURATION, "0", "how long a single statement may take; 0 is for ever"),
    /** Where throw-away databases are made. */
    SHADOW(
            Place.SETTINGS,
            Kind.URL,
            "embedded:",
            "where throw-away databases are made: embedded:, embedded:16, docker:IMAGE, or the URL of a server"),
    /** Properties that do not count. */
    IGNORE(
            Place.SETTINGS,
            Kind.TEXT,
            null,
            "properties that do not count when schemas are compared: owner, grants, comments, labels, database"),
    /** What does not count. */
    EXCLUDE(
            Place.SETTINGS,
            Kind.TEXT,
            null,
            "schemas such as 'tmp*', or objects such as 'public.tmp_*', that do not count when schemas are compared"),
    /** How much rules of the linter matter. */
    LINT_RULES(
            Place.SETTINGS,
            Kind.TEXT,
            null,
            "how much rules of `lint` matter: drop-column=off, blocking-index=error; off, note, warning or error"),
    /** How the linter wants names to be. */
    LINT_NAMES(
            Place.SETTINGS,
            Kind.TEXT,
            null,
            "what `lint` wants names to match, by kind: index=ix_.*, foreign-key=fk_{table}_.*, table=[a-z_]+"),
    /** From which severity on a check fails. */
    FAIL_ON(Place.SETTINGS, Kind.TEXT, "error", "the severity from which on `lint` exits 1: error, warning or note"),
    /** Where embedded servers keep their data. */
    DATA_DIR(Place.SETTINGS, Kind.PATH, null, "where embedded servers keep their data");

    /** Where a setting may be given. */
    public enum Place {
        /** Option and environment variable. */
        OUTSIDE,
        /** The same, and the top of the file. */
        TOP,
        /** The same, and under {@code settings:}. */
        SETTINGS,
        /** Option, environment variable, and under a target's name. */
        TARGET,
        /** Under a target's name only. */
        TARGET_ONLY
    }

    /** What a setting makes a difference for. */
    public enum Scope {
        /** Every command that works on targets. */
        TARGETS,
        /** What changes something: how long it waits and works. */
        CHANGES,
        /** What makes throw-away databases. */
        SHADOWS,
        /** What compares schemas. */
        COMPARISON,
        /** What judges by rules. */
        RULES
    }

    /** What a value must look like. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** The name of a file or folder. */
        PATH,
        /** The URL of a database, which may hold a password. */
        URL,
        /** A command line for the system's shell. */
        COMMAND,
        /** A time such as {@code 3s}. */
        DURATION,
        /** A whole number from 0. */
        COUNT,
        /** True or false. */
        BOOLEAN,
        /** Text values by name. */
        MAP
    }

    private final Place place;
    private final Kind kind;
    private final @Nullable String byDefault;
    private final String description;

    Setting(Place place, Kind kind, @Nullable String byDefault, String description) {
        this.place = place;
        this.kind = kind;
        this.byDefault = byDefault;
        this.description = description;
    }

    /** Where it may be given. */
    public Place place() {
        return place;
    }

    /** What it makes a difference for. */
    public Scope scope() {
        return switch (this) {
            case CONFIG,
                    TARGET,
                    CHANGELOG,
                    URL,
                    SEARCH_PATH,
                    DEFAULT_SCHEMA,
                    HISTORY_SCHEMA,
                    CONTEXT_FILTER,
                    LABEL_FILTER,
                    CLASS_PATH,
                    PASSWORD_COMMAND,
                    PROTECTED,
                    PARAMETERS,
                    DATA_DIR -> Scope.TARGETS;
            case LOCK_TIMEOUT, LOCK_RETRIES, LOCK_WAIT, STATEMENT_TIMEOUT -> Scope.CHANGES;
            case SHADOW -> Scope.SHADOWS;
            case IGNORE, EXCLUDE -> Scope.COMPARISON;
            case LINT_RULES, LINT_NAMES, FAIL_ON -> Scope.RULES;
        };
    }

    /** What its value must look like. */
    public Kind kind() {
        return kind;
    }

    /** The value when nobody says anything. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(byDefault);
    }

    /** What it is, in one line without a full stop. */
    public String description() {
        return description;
    }

    /** The option's name without dashes, such as {@code lock-timeout}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key in schemactl.yaml. */
    public String key() {
        return this == TARGET ? "default-target" : option();
    }

    /** The environment variable, such as {@code SCHEMACTL_LOCK_TIMEOUT}. */
    public String variable() {
        return "SCHEMACTL_" + name();
    }

    /** Whether the command line and the environment may give it. */
    public boolean isGivenOutside() {
        return place != Place.TARGET_ONLY;
    }

    /** The setting of an option's name without dashes. */
    public static Optional<Setting> findOption(String option) {
        return Arrays.stream(values())
                .filter(setting -> setting.isGivenOutside() && setting.option().equals(option))
                .findFirst();
    }

    /** The settings that may stand under {@code settings:}. */
    public static List<Setting> ofSettings() {
        return Arrays.stream(values())
                .filter(setting -> setting.place == Place.SETTINGS)
                .toList();
    }

    /** The settings that may stand under a target's name. */
    public static List<Setting> ofTarget() {
        return Arrays.stream(values())
                .filter(setting -> setting.place == Place.TARGET || setting.place == Place.TARGET_ONLY)
                .toList();
    }
}
