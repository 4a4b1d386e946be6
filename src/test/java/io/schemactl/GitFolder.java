package io.schemactl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder that is a git repository, with a branch main.
 *
 * @param folder the folder
 */
record GitFolder(Path folder) {

    /** Makes a folder a repository. */
    static GitFolder create(Path folder) {
        var git = new GitFolder(folder);
        git.run("init", "--quiet");
        git.run("symbolic-ref", "HEAD", "refs/heads/main");
        return git;
    }

    /** Commits all files, whether or not any has changed. */
    void commit(String message) {
        run("add", "--all");
        run("commit", "--quiet", "--allow-empty", "--message", message);
    }

    /** Makes a branch here, and stays. */
    void branch(String name) {
        run("branch", name);
    }

    /** Goes to a branch. */
    void checkOut(String name) {
        run("checkout", "--quiet", name);
    }

    /** Runs a git command that must succeed. */
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Ada Example",
                "-c",
                "user.email=ada@example.org",
                "-c",
                "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " says " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
