package io.schemactl.db;

import io.schemactl.config.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** A real server that wants passwords, one for all tests of this package. */
final class PrivateServer {

    static final String PASSWORD = "hunter2/s3cr%t";

    private static final PrivateServer INSTANCE = new PrivateServer();

    private final int port;

    private PrivateServer() {
        try {
            Path data = Files.createTempDirectory("schemactl-db");
            var server = EmbeddedPostgres.builder()
                    .setPgBinaryResolver((system, machine) -> binaries())
                    .setDataDirectory(data)
                    .setServerConfig("max_connections", "20")
                    .start();
            this.port = server.getPort();
            prepare(server, data);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("no server for tests", e);
        }
    }

    static PrivateServer running() {
        return INSTANCE;
    }

    private static InputStream binaries() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("schemactl.test.embedded", "target/embedded")))) {
            Path jar = files.filter(file -> file.getFileName().toString().matches(".*-17\\..*\\.jar"))
                    .findFirst()
                    .orElseThrow();
            // The file stays open until the archive is read.
            @SuppressWarnings("resource")
            var archive = new ZipFile(jar.toFile());
            var entry = archive.stream()
                    .filter(candidate -> candidate.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            return archive.getInputStream(entry);
        }
    }

    private static void prepare(EmbeddedPostgres server, Path data) throws IOException, SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE app LOGIN CREATEDB PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE ROLE limited LOGIN CONNECTION LIMIT 0 PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE ROLE walled LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE portal OWNER app");
            statement.execute("REVOKE CONNECT ON DATABASE portal FROM public");
            Files.writeString(data.resolve("pg_hba.conf"), """
                    host all postgres all trust
                    host all walled all reject
                    host all all all scram-sha-256
                    """, StandardCharsets.UTF_8);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("the server for tests did not stop", e);
        }
    }

    int port() {
        return port;
    }

    ServerAddress as(String user, String password, String database) {
        return new ServerAddress(
                List.of(new HostPort("localhost", port)), database, user, new Secret(password), Map.of());
    }
}
