package io.schemactl.task;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A git repository, read through the git command; its working tree and index stay as they are. */
final class GitRepository {

    private static final String FETCH =
            "fetch it: `git fetch origin BRANCH`; in a pipeline, check out with the whole history (actions/checkout: fetch-depth: 0)";

    private final Path scratch;
    private final Path top;

    /**
     * The repository that a folder is in.
     *
     * @param scratch a folder for temporary files
     * @throws ProblemException if there is no git, or the folder is in no repository
     */
    static GitRepository of(Path folder, Path scratch) throws IOException {
        Answer answer = run(folder, scratch, Map.of(), List.of("rev-parse", "--show-toplevel"));
        if (answer.code() != 0) {
            throw new ProblemException(Problem.of(
                            ProblemCode.GIT,
                            "%s cannot be read as part of a git repository: %s".formatted(folder, answer.said()))
                    .fix("leave out --since, or run it in a clone"));
        }
        return new GitRepository(scratch, Path.of(answer.out()).toRealPath());
    }

    private GitRepository(Path scratch, Path top) {
        this.scratch = scratch;
        this.top = top;
    }

    /**
     * The commit that a name stands for.
     *
     * @throws ProblemException if the name stands for none
     */
    String commit(String reference) throws IOException {
        Answer answer = reference.startsWith("-") || reference.isBlank()
                ? new Answer(1, "", "")
                : run(top, scratch, Map.of(), List.of("rev-parse", "--verify", "--quiet", reference + "^{commit}"));
        if (answer.code() != 0) {
            throw new ProblemException(Problem.of(ProblemCode.GIT, "git knows no commit `%s`".formatted(reference))
                    .fix(FETCH));
        }
        return answer.out();
    }

    /**
     * The newest commit that both a commit and the one that is checked out contain.
     *
     * @param reference the commit as the user names it
     * @throws ProblemException if there is none
     */
    String parting(String commit, String reference) throws IOException {
        Answer answer = run(top, scratch, Map.of(), List.of("merge-base", commit, "HEAD"));
        if (answer.code() == 0) {
            return answer.out();
        }
        boolean isShallow = run(top, scratch, Map.of(), List.of("rev-parse", "--is-shallow-repository"))
                .out()
                .equals("true");
        String why = isShallow ? "the clone is shallow, and " : "";
        throw new ProblemException(Problem.of(
                        ProblemCode.GIT,
                        "%sgit finds no commit that %s and the checked-out one have in common"
                                .formatted(why, reference))
                .fix(
                        isShallow
                                ? "fetch the history: `git fetch --unshallow`; in a pipeline, actions/checkout with fetch-depth: 0"
                                : "name the branch that this one came from"));
    }

    /**
     * Writes a folder as it is in a commit.
     *
     * @param folder a folder of the working tree
     * @param destination where to; the folder has the same place below it as it has in the repository
     * @return the folder below the destination, which is not there if the commit does not have it
     */
    Path checkOut(String commit, Path folder, Path destination) throws IOException {
        String inside = top.relativize(folder.toRealPath()).toString().replace('\\', '/');
        Path index = Files.createTempFile(scratch, "index", "");
        Files.delete(index);
        Map<String, String> own = Map.of("GIT_INDEX_FILE", index.toString());
        require(run(top, scratch, own, List.of("read-tree", commit)));
        Path list = Files.createTempFile(scratch, "files", "");
        require(run(
                top, scratch, own, List.of("ls-files", "-z", "--", inside.isEmpty() ? "." : ":(literal)" + inside)));
        Files.copy(scratch.resolve("out"), list, StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(destination);
        Process process = start(
                builder(top, own, List.of("checkout-index", "-z", "--stdin", "--prefix=" + destination + "/"))
                        .redirectInput(list.toFile()),
                scratch);
        require(answer(process, scratch));
        return destination.resolve(inside);
    }

    /** What a command answered: its exit code, output and errors. */
    private record Answer(int code, String out, String said) {}

    private static Answer require(Answer answer) {
        if (answer.code() != 0) {
            throw new ProblemException(Problem.of(ProblemCode.GIT, "git failed: " + answer.said())
                    .fix("look whether `git status` works in the changelog's folder"));
        }
        return answer;
    }

    private static Answer run(Path folder, Path scratch, Map<String, String> variables, List<String> arguments)
            throws IOException {
        return answer(start(builder(folder, variables, arguments), scratch), scratch);
    }

    private static ProcessBuilder builder(Path folder, Map<String, String> variables, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(variables);
        return builder;
    }

    private static Process start(ProcessBuilder builder, Path scratch) throws IOException {
        Path out = scratch.resolve("out");
        Path errors = scratch.resolve("errors");
        builder.redirectOutput(out.toFile()).redirectError(errors.toFile());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.GIT, "git cannot be started, which --since needs")
                            .fix("install git, or leave out --since"),
                    e);
        }
    }

    private static Answer answer(Process process, Path scratch) throws IOException {
        try {
            int code = process.waitFor();
            return new Answer(code, text(scratch.resolve("out")), text(scratch.resolve("errors")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(ProblemCode.INTERRUPTED, "interrupted while git ran"), e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
