package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The folder of a story that is not there yet. */
final class StoryFolder {

    static final String CHANGELOG = "changelog.yaml";
    static final String EXPECTATIONS = "expect.yaml";
    static final String TESTS = "tests.yaml";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?<![.])");

    /**
     * The texts of a story's files.
     *
     * @param tests null for none
     */
    record Texts(
            String changelog, String expectations, @Nullable String tests) {}

    private final Target target;
    private final Path path;
    private final RootChangelog root;

    private StoryFolder(Target target, Path path, RootChangelog root) {
        this.target = target;
        this.path = path;
        this.root = root;
    }

    /**
     * The folder of a new story beside a target's root changelog, which must be able to take it.
     *
     * @throws ProblemException if the name will not do, is taken, or the root changelog is wrong
     */
    static StoryFolder of(Target target, String name) {
        if (!NAME.matcher(name).matches()) {
            throw refused(
                    "`%s` cannot be the name of a story".formatted(name),
                    "use letters, digits, dots, hyphens and underscores, such as story-2.1-video-management");
        }
        Session.check(target);
        RootChangelog root = RootChangelog.read(target);
        Path path = root.folder().resolve(name);
        if (Files.exists(path)) {
            throw refused("there is already a file or folder " + path, "choose another name");
        }
        return new StoryFolder(target, path, root);
    }

    private static ProblemException refused(String message, String fix) {
        return new ProblemException(Problem.of(ProblemCode.USAGE, message)
                .state("nothing was written")
                .fix(fix));
    }

    Path path() {
        return path;
    }

    /**
     * Writes the story, and has the root changelog include it; all of it or nothing.
     *
     * @return whether an include was needed
     */
    boolean write(Texts texts) {
        Optional<String> included = root.including(path);
        try {
            create(texts);
            try {
                included.ifPresent(this::replaceRoot);
                Session.check(target);
            } catch (RuntimeException e) {
                included.ifPresent(text -> replaceRoot(root.text()));
                remove(path);
                throw e;
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return included.isPresent();
    }

    private void create(Texts texts) throws IOException {
        Path parent = Objects.requireNonNull(path.getParent());
        Path temporary = Files.createTempDirectory(parent, ".new-story-");
        try {
            // A folder for temporary files is private; that of a story is as all folders are.
            Path folder = Files.createDirectory(temporary.resolve("story"));
            Files.writeString(folder.resolve(CHANGELOG), texts.changelog());
            Files.writeString(folder.resolve(EXPECTATIONS), texts.expectations());
            if (texts.tests() != null) {
                Files.writeString(folder.resolve(TESTS), texts.tests());
            }
            Files.move(folder, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            remove(temporary.resolve("story"));
            Files.deleteIfExists(temporary);
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(CHANGELOG));
        Files.deleteIfExists(folder.resolve(EXPECTATIONS));
        Files.deleteIfExists(folder.resolve(TESTS));
        Files.deleteIfExists(folder);
    }

    private void replaceRoot(String text) {
        try {
            FileReplacement.write(target.changelog(), text);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private ProblemException failed(IOException e) {
        return new ProblemException(
                Problem.of(ProblemCode.OUTPUT, "cannot write the story %s: %s".formatted(path, e.getMessage()))
                        .state("the changelog is as it was")
                        .fix("see that you may write to the changelog's folder"),
                e);
    }
}
