package io.schemactl.db;

import io.schemactl.config.DurationText;
import io.schemactl.config.Environment;
import io.schemactl.config.Secret;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the command that prints a password. Its output appears nowhere; its error output only when it fails. */
final class PasswordCommand {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST_ERROR_TEXT = 500;

    private PasswordCommand() {}

    static Secret run(String command, Environment environment) {
        return run(command, environment, LONGEST);
    }

    static Secret run(String command, Environment environment, Duration longest) {
        Process process = start(command, environment);
        try {
            var output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            var errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("did not end within " + DurationText.print(longest), "run it by hand to see why");
            }
            String password = output.join().lines().findFirst().orElse("");
            if (process.exitValue() != 0) {
                // A tool that traces what it does may repeat its output there.
                String said = said(new Secret(password).scrub(errors.join()));
                throw failed("ended with exit code " + process.exitValue(), said);
            }
            if (password.isEmpty()) {
                throw failed("printed no password", said(errors.join()));
            }
            return new Secret(password);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    Problem.of(ProblemCode.INTERRUPTED, "interrupted while the password-command ran"), e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Process start(String command, Environment environment) {
        boolean isWindows = System.getProperty("os.name", "").startsWith("Windows");
        var builder = new ProcessBuilder(isWindows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command));
        builder.environment().putAll(environment.variables());
        builder.directory(environment.workingDirectory().toFile());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SETTINGS, "password-command cannot be started")
                            .fix("look for a shell: " + builder.command().get(0)),
                    e);
        }
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), Charset.defaultCharset());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(String errors) {
        String oneLine = errors.strip().replaceAll("\\s*\\R\\s*", "; ");
        String shown = oneLine.length() > MOST_ERROR_TEXT ? oneLine.substring(0, MOST_ERROR_TEXT) + " …" : oneLine;
        return shown.isEmpty() ? "run it by hand to see why; it printed no error" : "it said: " + shown;
    }

    private static ProblemException failed(String what, String fix) {
        return new ProblemException(
                Problem.of(ProblemCode.SETTINGS, "password-command " + what).fix(fix));
    }
}
