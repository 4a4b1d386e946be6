package io.schemactl.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the process was started in; a value, so that tests can say what it is.
 *
 * @param variables environment variables
 * @param workingDirectory where relative paths of the command line begin
 * @param home the user's home directory
 */
public record Environment(Map<String, String> variables, Path workingDirectory, Path home) {

    /** Nothing is set. */
    static final Environment EMPTY = new Environment(Map.of(), Path.of("/"), Path.of("/"));

    /** Copies the variables. */
    public Environment {
        variables = Map.copyOf(variables);
    }

    /** This process's own environment. */
    public static Environment ofProcess() {
        return new Environment(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home", ".")).toAbsolutePath());
    }

    /** A variable's value; one that is set to nothing counts as not set. */
    public Optional<String> find(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isEmpty());
    }

    /** This environment without what it says about targets, so that only the file says it. */
    public Environment withoutTarget() {
        var rest = new HashMap<>(variables);
        List.of(Setting.TARGET, Setting.URL, Setting.CHANGELOG).forEach(setting -> rest.remove(setting.variable()));
        return new Environment(rest, workingDirectory, home);
    }

    /** A path as people like to read it: relative if it is below the working directory. */
    public Path shortened(Path path) {
        return path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path;
    }

    /** Whether this looks like a pipeline, as CI systems say with {@code CI=true}. */
    public boolean isPipeline() {
        return find("CI")
                .filter(value -> !value.equalsIgnoreCase("false") && !value.equals("0"))
                .isPresent();
    }
}
