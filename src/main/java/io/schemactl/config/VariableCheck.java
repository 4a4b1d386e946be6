package io.schemactl.config;

import io.schemactl.problem.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds environment variables that look like settings and are none. */
final class VariableCheck {

    private static final String PREFIX = "SCHEMACTL_";

    /** What the launcher reads, and switches of the command line that are no settings. */
    private static final Set<String> OTHERS = Set.of(
            "SCHEMACTL_HOME",
            "SCHEMACTL_JAVA",
            "SCHEMACTL_JAVA_OPTS",
            "SCHEMACTL_CLASS_CACHE",
            "SCHEMACTL_TRAINING",
            "SCHEMACTL_TEST_IMAGE");

    private VariableCheck() {}

    /** A warning for each. */
    static List<String> warnings(Environment environment, Set<String> mentioned) {
        List<String> known = Stream.concat(
                        Arrays.stream(Setting.values())
                                .filter(Setting::isGivenOutside)
                                .map(Setting::variable),
                        OTHERS.stream())
                .toList();
        return environment.variables().keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name) && !mentioned.contains(name))
                .sorted()
                .map(name -> "environment variable %s is not a setting%s".formatted(name, Suggestion.hint(name, known)))
                .toList();
    }
}
