package io.schemactl.shadow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The data of one major version: what initdb makes, the settings, and the superuser's password. */
final class Cluster {

    static final String SUPERUSER = "postgres";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ServerTools tools;
    private final ServerFolder folder;
    private final int major;

    Cluster(ServerTools tools) {
        this.tools = tools;
        this.folder = tools.folder();
        this.major = tools.major();
    }

    /** Makes the data if there is none, and brings the settings up to date. */
    void prepare(Consumer<String> progress) {
        if (Files.exists(folder.data()) && Files.notExists(folder.data().resolve("global/pg_control"))) {
            Path aside = folder.root().resolve("incomplete-" + UUID.randomUUID());
            progress.accept("moving incomplete data to " + aside);
            folder.finish(folder.data(), aside);
        }
        if (Files.notExists(folder.data())) {
            progress.accept("creating a PostgreSQL %d server in %s".formatted(major, folder.root()));
            create();
        }
        checkVersion();
        configure(folder.data());
        tools.account().own(folder.data());
    }

    /** The superuser's password. */
    static String password(ServerFolder folder) {
        try {
            return Files.readString(folder.password()).strip();
        } catch (IOException e) {
            throw EmbeddedProblems.of("read", folder.password(), e);
        }
    }

    private void create() {
        Path unfinished = folder.unfinished("data");
        Path password = folder.unfinished("password");
        try {
            Files.createDirectory(unfinished);
            Files.createFile(password);
            makePrivate(unfinished, "rwx------");
            makePrivate(password, "rw-------");
            Files.writeString(password, randomPassword() + "\n");
        } catch (IOException e) {
            throw EmbeddedProblems.of("write", unfinished, e);
        }
        tools.account().own(unfinished);
        tools.account().own(password);
        initialize(unfinished, password);
        configure(unfinished);
        folder.finish(password, unfinished.resolve(folder.password().getFileName()));
        tools.account().own(unfinished);
        folder.finish(unfinished, folder.data());
    }

    private void initialize(Path data, Path password) {
        ServerProgram.Outcome outcome = initdb(data, password, "C.UTF-8");
        if (outcome.status() != 0 && outcome.output().contains("locale")) {
            // A system without C.UTF-8, such as an old one, or macOS.
            outcome = initdb(data, password, "C");
        }
        if (outcome.status() != 0) {
            folder.remove(data);
            folder.remove(password);
            throw EmbeddedProblems.failed(
                    "initdb of PostgreSQL %d failed in %s".formatted(major, folder.root()),
                    outcome.output(),
                    null,
                    EmbeddedProblems.OTHER_PLACE);
        }
    }

    private ServerProgram.Outcome initdb(Path data, Path password, String characterClasses) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--lc-ctype=" + characterClasses,
                "--no-sync",
                "--no-instructions"));
        if (major >= 17) {
            arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        return tools.run("initdb", arguments);
    }

    private void checkVersion() {
        Path file = folder.data().resolve("PG_VERSION");
        try {
            String version = Files.readString(file).strip();
            if (!version.equals(Integer.toString(major))) {
                throw EmbeddedProblems.of(
                        "%s holds the data of PostgreSQL %s, not %d".formatted(folder.data(), version, major),
                        "move it away");
            }
        } catch (IOException e) {
            throw EmbeddedProblems.of("read", file, e);
        }
    }

    /**
     * Writes the settings.
     *
     * <p>With fsync off the data survives the death of any process, because what was written is in the system's cache, but
     * not of the machine. Full page writes stay on: a process killed within a write may leave half a page.
     */
    private void configure(Path data) {
        String settings = """
                # Written by schemactl at every start; ALTER SYSTEM goes to postgresql.auto.conf, which counts more.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 100
                max_locks_per_transaction = 256
                shared_buffers = 64MB
                fsync = off
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                default_text_search_config = 'pg_catalog.english'
                """ + (major >= 18 ? "io_method = sync\n" : "");
        try {
            Files.writeString(data.resolve("postgresql.conf"), settings, StandardCharsets.UTF_8);
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException e) {
            throw EmbeddedProblems.of("write the settings in", data, e);
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void makePrivate(Path file, String permissions) throws IOException {
        if (Binaries.POSIX) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
