package io.schemactl.shadow;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A run of one of the server's programs, with none of our streams and none of our secrets.
 *
 * @param command the program and its arguments
 * @param folder the server's folder, where the program runs
 */
record ServerProgram(List<String> command, ServerFolder folder) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The postmaster outlives us; what is in DATABASE_URL or PGPASSWORD is not for it. */
    private static final Set<String> KEPT =
            Set.of("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "LD_LIBRARY_PATH");

    /**
     * How a program ended.
     *
     * @param status its exit status
     * @param output what it wrote to either stream
     */
    record Outcome(int status, String output) {}

    /**
     * Runs the program to its end, even if the calling thread is interrupted meanwhile: half of a start or a stop is worse
     * than the wait.
     *
     * @throws IOException if it cannot be run
     */
    Outcome run() throws IOException {
        // A file, not a pipe: the postmaster must not be able to hold anything open that we read to its end.
        Path output = folder.unfinished("output");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.root().toFile())
                    .redirectInput(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(Locale.ROOT)));
            builder.environment().put("LC_ALL", "C");
            builder.environment().put("PGDATA", folder.data().toString());
            int status = await(builder.start());
            return new Outcome(status, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static int await(Process process) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        process.destroyForcibly();
                        return -1;
                    }
                    return process.exitValue();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
