package io.schemactl.config;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds schemactl.yaml: where it was said to be, or in the working directory, or in the folders above it.
 *
 * <p>The way up ends at the repository's root, or at the home directory where there is no repository. Outside of both, only
 * the working directory is looked into: the file may name a command to run, and a folder such as {@code /tmp} is open to
 * everybody.
 */
final class SettingsFileFinder {

    private static final List<String> NAMES = List.of("schemactl.yaml", "changelog/schemactl.yaml");

    private SettingsFileFinder() {}

    /** The file that was named, or the first that is there. */
    static Optional<Choice> find(Optional<Choice> named, Environment environment) {
        if (named.isPresent()) {
            Path path =
                    environment.workingDirectory().resolve(named.get().text()).normalize();
            if (!Files.isRegularFile(path)) {
                throw new ProblemException(Problem.of(
                                ProblemCode.SETTINGS,
                                "%s: %s (%s)"
                                        .formatted(
                                                Files.isDirectory(path)
                                                        ? "the settings file is a folder"
                                                        : "settings file not found",
                                                path,
                                                named.get().origin()))
                        .fix("name the file itself, such as changelog/schemactl.yaml"));
            }
            return Optional.of(new Choice(path.toString(), named.get().origin()));
        }
        return candidates(environment).stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .map(path -> new Choice(path.toString(), new Origin.Default()));
    }

    /** The places that are looked into, in order. */
    static List<Path> candidates(Environment environment) {
        List<Path> places = new ArrayList<>();
        Path start = environment.workingDirectory().normalize();
        Path top = top(start, environment.home().normalize());
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            for (String name : NAMES) {
                places.add(folder.resolve(name));
            }
            if (folder.equals(top)) {
                break;
            }
        }
        return List.copyOf(places);
    }

    private static Path top(Path start, Path home) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return start.startsWith(home) && home.getParent() != null ? home : start;
    }
}
