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
    private static final List<String> NEARLY_EXPECTATIONS =
            List.of("expect.yml", "expects.yaml", "expectations.yaml", "expected.yaml");
    private static final String TESTS = "tests.yaml";
    private static final List<String> NEARLY_TESTS =
            List.of("tests.yml", "test.yaml", "test.yml", "tests.yaml.txt", "functional-tests.yaml");

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

    /** The files that say what must hold of the story, whether or not they are there. */
    public List<Path> files() {
        return List.of(folder.resolve(EXPECTATIONS), folder.resolve(TESTS));
    }

    /**
     * The file that says what must exist after the story.
     *
     * @throws ProblemException if there is none, but one whose name was probably meant
     */
    public Optional<Path> findExpectations() {
        return find(EXPECTATIONS, NEARLY_EXPECTATIONS, ProblemCode.EXPECTATIONS);
    }

    /**
     * The file with the story's rows and functional tests.
     *
     * @throws ProblemException if there is none, but one whose name was probably meant
     */
    public Optional<Path> findTests() {
        return find(TESTS, NEARLY_TESTS, ProblemCode.TESTS);
    }

    private Optional<Path> find(String name, List<String> misspelt, ProblemCode code) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
            return Optional.of(file);
        }
        for (String other : misspelt) {
            Path found = folder.resolve(other);
            if (Files.exists(found)) {
                throw new ProblemException(Problem.of(code, "%s are in %s".formatted(code.id(), other))
                        .at(Position.startOf(found))
                        .fix("rename the file to " + name));
            }
        }
        return Optional.empty();
    }

    private static Path parent(Path file) {
        @Nullable Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
