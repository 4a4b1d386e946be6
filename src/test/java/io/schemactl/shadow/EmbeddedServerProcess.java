package io.schemactl.shadow;

import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that uses an embedded server until its standard input ends; a stand-in for a running command. */
final class EmbeddedServerProcess {

    private EmbeddedServerProcess() {}

    /** Arguments: data directory, folder of archives, major version. Prints the steps, and {@code ready PORT}. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedServers servers = new EmbeddedServers(
                Path.of(arguments[0]), List.of(Path.of(arguments[1])), step -> System.out.println("step " + step));
        try (EmbeddedServer server = servers.start(Integer.parseInt(arguments[2]))) {
            System.out.println("ready " + server.port());
            System.in.read();
        } catch (ProblemException e) {
            System.out.println("problem " + e.problem());
        }
    }
}
