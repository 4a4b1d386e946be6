package io.schemactl.story;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the changelog with one Liquibase file, and what belongs to it.
 *
 * @param name the folder's name
 * @param folder the folder
 */
public record Story(String name, Path folder) {

    private static final String EXPECTATIONS = "expect.yaml";
    private static final List<String> NEARLY =
            List.of("expect.yml", "expects.yaml", "expectations.yaml", "expected.yaml");

    /** The story that a Liquibase file belongs to. */
    public static Story of(Path changelogFile) {
        Path folder = parent(changelogFile.toAbsolutePath().normalize());
        Path name = folder.getFileName();
        return new Story(name == null ? folder.toString() : name.toString(), parent(changelogFile.normalize()));
    }

    /** The stories that Liquibase files belong to, each once, in the order of the files. */
    public static List<Story> of(List<Path> changelogFiles) {
        return changelogFiles.stream().map(Story::of).distinct().toList();
    }

    /**
     * The file that says what must exist after the story.
     *
     * @throws ProblemException if there is none, but one whose name was probably meant
     */
    public Optional<Path> findExpectations() {
        Path file = folder.resolve(EXPECTATIONS);
        if (Files.isRegularFile(file)) {
            return Optional.of(file);
        }
        for (String name : NEARLY) {
            if (Files.exists(folder.resolve(name))) {
                throw new ProblemException(
                        Problem.of(ProblemCode.EXPECTATIONS, "expectations are in %s".formatted(name))
                                .at(Position.startOf(folder.resolve(name)))
                                .fix("rename the file to " + EXPECTATIONS));
            }
        }
        return Optional.empty();
    }

    private static Path parent(Path file) {
        @Nullable Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
