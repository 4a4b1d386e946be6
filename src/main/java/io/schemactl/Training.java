package io.schemactl;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The run that the launcher makes its class cache from: it loads the classes that everyday commands need.
 *
 * <p>When the distribution is built, it uses an embedded server in a temporary folder. On a user's machine it starts nothing:
 * there it goes as far as a server that cannot be reached.
 */
final class Training {

    private static final String CHANGELOG = """
            databaseChangeLog:
              - changeSet:
                  id: "1"
                  author: training
                  preConditions:
                    - sqlCheck: { expectedResult: "1", sql: "SELECT 1" }
                  changes:
                    - createTable:
                        tableName: pupils
                        columns:
                          - column: { name: id, type: bigint, constraints: { primaryKey: true } }
                          - column: { name: name, type: text, remarks: a name, constraints: { nullable: false } }
                    - createIndex:
                        indexName: ix_pupils_name
                        tableName: pupils
                        columns: [{ column: { name: name } }]
                    - sql: { sql: "CREATE TYPE mood AS ENUM ('good', 'bad')" }
                  rollback:
                    - dropTable: { tableName: pupils }
                    - sql: { sql: DROP TYPE mood }
            """;

    private static final String EXPECTATIONS = """
            tables:
              pupils:
                columns:
                  id: { type: bigint, nullable: false }
                  name: { type: text, nullable: false, commented: true }
                primary-key: [id]
                indexes: { ix_pupils_name: { columns: [name] } }
            enums: { mood: [good, bad] }
            """;

    private Training() {}

    /** Runs the command lines in this process, and a last one as a user does, because leaving the JVM loads classes too. */
    public static void main(String... arguments) throws IOException {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("schemactl-training");
        try {
            Files.writeString(folder.resolve("changelog.yaml"), CHANGELOG);
            Files.writeString(folder.resolve("expect.yaml"), EXPECTATIONS);
            for (List<String> command : commands(folder)) {
                Main.run(command, nowhere, nowhere);
            }
        } finally {
            delete(folder);
        }
        Main.main("--version");
    }

    private static List<List<String>> commands(Path folder) {
        boolean hasServer = "server".equals(System.getProperty("schemactl.training"));
        String url = hasServer ? "embedded:training" : "postgresql://training@127.0.0.1:1/training";
        List<String> where = List.of(
                "--url", url,
                "--changelog", folder.resolve("changelog.yaml").toString(),
                "--data-dir", folder.resolve("data").toString());
        return Stream.concat(
                        Stream.of(List.of("--help")),
                        Stream.of(
                                        List.of("plan"),
                                        List.of("upgrade"),
                                        List.of("upgrade"),
                                        List.of("status"),
                                        List.of("verify"),
                                        List.of("history", "--format", "json"),
                                        List.of("rollback", "--all"))
                                .map(command -> joined(command, where)))
                .toList();
    }

    private static List<String> joined(List<String> command, List<String> where) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(where);
        return arguments;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Training::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
