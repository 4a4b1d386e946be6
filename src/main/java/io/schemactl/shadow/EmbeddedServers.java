package io.schemactl.shadow;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The PostgreSQL servers that schemactl runs itself, one a major version, kept under a data directory. */
public final class EmbeddedServers {

    /** The major version that the distribution carries. */
    public static final int DEFAULT_VERSION = 17;

    private static final int OLDEST_VERSION = 14;
    private static final int NEWEST_VERSION = 18;

    private final Path dataDirectory;
    private final List<Path> archiveFolders;
    private final Consumer<String> progress;

    /**
     * The servers of a data directory.
     *
     * @param dataDirectory where programs and data of the servers are kept; made when the first one starts
     * @param archiveFolders where packed servers are looked for, in this order; the first folder that has the wanted major
     *     version counts, and of several minor versions in it the newest
     */
    public EmbeddedServers(Path dataDirectory, List<Path> archiveFolders) {
        this(dataDirectory, archiveFolders, step -> {});
    }

    /**
     * The servers of a data directory, with somebody to tell about the steps of a start.
     *
     * @param progress hears what is being done, such as {@code unpacking PostgreSQL 17.8.0}
     */
    public EmbeddedServers(Path dataDirectory, List<Path> archiveFolders, Consumer<String> progress) {
        this.dataDirectory = dataDirectory;
        this.archiveFolders = List.copyOf(archiveFolders);
        this.progress = progress;
    }

    /**
     * The distribution's own folder of packed servers, {@code lib/embedded}, and then the local Maven repository.
     *
     * @param home the user's home directory
     */
    public static List<Path> defaultArchiveFolders(Path home) {
        List<Path> folders = new ArrayList<>();
        CodeSource source = EmbeddedServers.class.getProtectionDomain().getCodeSource();
        if (source != null) {
            folders.add(place(source).resolveSibling("embedded"));
        }
        String repository = System.getProperty("maven.repo.local");
        folders.add(repository == null ? home.resolve(".m2/repository") : Path.of(repository));
        return List.copyOf(folders);
    }

    /**
     * Starts the server of a major version, or joins the one that runs already, of this or another process.
     *
     * <p>What killed processes left behind is put right: a server without users is used, half a server is made anew.
     *
     * @throws ProblemException if there are no binaries of that version, or the server does not start
     */
    public EmbeddedServer start(int majorVersion) {
        if (majorVersion < OLDEST_VERSION || majorVersion > NEWEST_VERSION) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SETTINGS, "there is no embedded PostgreSQL %d".formatted(majorVersion))
                            .fix("choose a version from %d to %d".formatted(OLDEST_VERSION, NEWEST_VERSION)));
        }
        EmbeddedPlatform platform = EmbeddedPlatform.ofProcess();
        ServerFolder folder = ServerFolder.open(dataDirectory, majorVersion, platform);
        SharedServer shared = SharedServer.of(folder);
        PostmasterFile postmaster = shared.join(new EmbeddedSource(platform, majorVersion, archiveFolders, progress));
        try {
            return new EmbeddedServer(shared, folder, postmaster, majorVersion);
        } catch (RuntimeException e) {
            shared.leave();
            throw e;
        }
    }

    private static Path place(CodeSource source) {
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own place is not a URI: " + source.getLocation(), e);
        }
    }
}
