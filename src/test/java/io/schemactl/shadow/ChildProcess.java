package io.schemactl.shadow;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM that runs {@link EmbeddedServerProcess}. */
final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ChildProcess start(Path dataDirectory, int major) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), dataDirectory, TestServers.ARCHIVES, major);
    }

    static ChildProcess start(List<String> prefix, String classPath, Path dataDirectory, Path archives, int major)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dsun.jnu.encoding=" + System.getProperty("sun.jnu.encoding"),
                "-cp",
                classPath,
                EmbeddedServerProcess.class.getName(),
                dataDirectory.toString(),
                archives.toString(),
                Integer.toString(major)));
        return new ChildProcess(new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .start());
    }

    /** Reads up to a line that begins with a word, and gives the rest of it. */
    String awaitLine(String word) throws IOException {
        StringBuilder before = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length()).strip();
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("no line with `%s` in:%n%s".formatted(word, before));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends standard input and waits for the end, which comes with the end of the output: nobody else holds it open. */
    void finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        output.lines().forEach(line -> {});
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
