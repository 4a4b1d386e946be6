package io.schemactl.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about settings.
 *
 * @param config {@code --config}
 * @param targets {@code --target}, each a name, a glob, {@code all}, or several with commas
 * @param url {@code --url}
 * @param changelog {@code --changelog}
 * @param options the other settings, by option name without dashes, such as {@code lock-timeout}
 * @param parameters changelog parameters, by name; they win over those of the file
 * @param isOffline whether the command works without the target's database, so that a URL that cannot be used is no error
 * @param isTargetless whether the command works without any target, so that none is looked for
 */
public record SettingsRequest(
        @Nullable Path config,
        List<String> targets,
        @Nullable String url,
        @Nullable Path changelog,
        Map<String, String> options,
        Map<String, String> parameters,
        boolean isOffline,
        boolean isTargetless) {

    /** Copies the collections. */
    public SettingsRequest {
        targets = List.copyOf(targets);
        options = Map.copyOf(options);
        parameters = Map.copyOf(parameters);
    }

    /** A request without parameters, for a command that works on the target's database. */
    public SettingsRequest(
            @Nullable Path config,
            List<String> targets,
            @Nullable String url,
            @Nullable Path changelog,
            Map<String, String> options) {
        this(config, targets, url, changelog, options, Map.of(), false, false);
    }

    /** This request for a command that works without the target's database. */
    public SettingsRequest offline() {
        return new SettingsRequest(config, targets, url, changelog, options, parameters, true, isTargetless);
    }

    /** This request with changelog parameters. */
    public SettingsRequest withParameters(Map<String, String> named) {
        return new SettingsRequest(config, targets, url, changelog, options, named, isOffline, isTargetless);
    }

    /** This request for a command that works without any target. */
    public SettingsRequest targetless() {
        return new SettingsRequest(config, List.of(), null, null, options, parameters, isOffline, true);
    }

    /** This request for one target as the file has it. */
    public SettingsRequest named(String target) {
        return new SettingsRequest(config, List.of(target), null, null, options, parameters, isOffline, false);
    }

    /** Without the URL and the parameters, which may hold secrets. */
    @Override
    public String toString() {
        return "settings request for targets " + targets;
    }
}
