package io.schemactl.cli;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where an answer goes: standard output, or a file that the user names. */
final class AnswerFile {

    private final Shell shell;
    private final @Nullable Path file;

    AnswerFile(Shell shell, @Nullable Path file) {
        this.shell = shell;
        this.file = file;
    }

    /**
     * Prints an answer.
     *
     * @throws ProblemException if the file cannot be written
     */
    void print(String answer) {
        if (file == null) {
            shell.out().print(answer);
            return;
        }
        Path path = shell.environment().workingDirectory().resolve(file);
        try {
            Files.writeString(path, answer);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.OUTPUT, "%s cannot be written".formatted(path))
                            .fix("name a file in a folder that you may write to"),
                    e);
        }
    }
}
