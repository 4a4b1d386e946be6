package io.schemactl.engine.changelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.Position;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {

    @TempDir
    private Path folder = Path.of("");

    private Path root = Path.of("");

    @BeforeEach
    void nameRoot() {
        root = folder.resolve("root.yaml");
    }

    private SourceText sql(String change) throws IOException {
        Files.writeString(
                root,
                "databaseChangeLog:\n- changeSet:\n    id: a\n    author: b\n    changes:\n    - " + change + "\n");
        var changes = ChangelogSource.read(root, folder, Map.of("name", "x"))
                .changeSets()
                .get(0)
                .changes();
        var text = changes.get(0).text();
        if (text == null) {
            throw new AssertionError("no text");
        }
        return text;
    }

    private static String place(Position position) {
        return position.line() + ":" + position.column();
    }

    @Test
    void findsCharactersOfLiteralBlock() throws IOException {
        var text = sql("sql: |  # why\n\n        select 1;\n          select two;\n");
        assertEquals("8:9", place(text.at(text.text().indexOf("select 1"))));
        assertEquals("9:18", place(text.at(text.text().indexOf("two"))));
        assertEquals("9:18", place(text.find("select two", text.text().indexOf("select two"), 7)));
    }

    @Test
    void findsCharactersOfLiteralBlockWithIndentationIndicator() throws IOException {
        var text = sql("sql: |2-\n          select 1;\n        select two;\n");
        assertEquals("8:16", place(text.at(text.text().indexOf("two"))));
    }

    @Test
    void findsCharactersOfPlainAndQuotedText() throws IOException {
        assertEquals("6:19", place(sql("sql: select one").find("select one", 0, 7)));
        assertEquals("6:20", place(sql("sql: 'select one'").find("select one", 0, 7)));
        assertEquals("6:12", place(sql("sql: \"select\\none\"").find("select\none", 0, 7)));
    }

    @Test
    void findsLineOfStatementWhoseParametersWereReplaced() throws IOException {
        var text = sql(
                "sql: |\n        -- comment\n        create table ${name} (\n          a int,\n          b itn);\n");
        assertEquals("10:13", place(text.find("create table x (\n  a int,\n  b itn)", 0, 30)));
    }

    @Test
    void findsCharactersOfSqlFile() throws IOException {
        Files.writeString(folder.resolve("a.sql"), "select 1;\r\nselect two;\r\n");
        var text = sql("sqlFile: { path: a.sql }");
        assertEquals("2:8", place(text.find("select two", text.text().indexOf("select two"), 7)));
        assertEquals(folder.resolve("a.sql"), text.start().file());
    }

    @Test
    void refusesLinkThatLeavesTheSearchPath() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret.yaml"), "databaseChangeLog: []\n");
        Files.createSymbolicLink(inside.resolve("link.yaml"), folder.resolve("secret.yaml"));
        Path changelog = inside.resolve("root.yaml");
        Files.writeString(changelog, "databaseChangeLog:\n- include: { file: link.yaml }\n");
        var thrown = assertThrows(ProblemException.class, () -> ChangelogSource.read(changelog, inside, Map.of()));
        assertTrue(
                thrown.problem().message().contains("outside"), thrown.problem().message());
    }

    @Test
    void refusesRootOutsideTheSearchPath() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(root, "databaseChangeLog: []\n");
        assertThrows(ProblemException.class, () -> ChangelogSource.read(root, inside, Map.of()));
    }

    @Test
    void findsFileWrittenInOtherCase() throws IOException {
        Files.createDirectory(folder.resolve("Sub"));
        Files.writeString(folder.resolve("Sub/A.yaml"), "databaseChangeLog: []\n");
        Files.writeString(root, "databaseChangeLog:\n- include: { file: sub/a.yaml }\n");
        var thrown = assertThrows(ProblemException.class, () -> ChangelogSource.read(root, folder, Map.of()));
        assertTrue(
                thrown.problem().message().contains("Sub/A.yaml"),
                thrown.problem().message());
    }

    @Test
    void namesStoryByItsFolder() throws IOException {
        Path story = Files.createDirectories(folder.resolve("app/story-1.0-core/parts"));
        Path other = Files.createDirectories(folder.resolve("app/roles/parts"));
        String changeSet = "databaseChangeLog:\n- changeSet: { id: a, author: b, changes: [] }\n";
        Files.writeString(story.resolve("a.yaml"), changeSet);
        Files.writeString(other.resolve("b.yaml"), changeSet);
        Path changelog = folder.resolve("app/changelog.yaml");
        Files.writeString(changelog, """
                databaseChangeLog:
                - includeAll: { path: app, endsWithFilter: /parts/a.yaml }
                - includeAll: { path: app, endsWithFilter: b.yaml }
                """);
        var source = ChangelogSource.read(changelog, folder, Map.of());
        assertEquals("story-1.0-core", source.changeSets().get(0).story());
        assertEquals("roles", source.changeSets().get(1).story());
        assertEquals("app/roles/parts/b.yaml", source.changeSets().get(1).recordedFile());
        assertTrue(source.find("a", "b", "app/roles/parts/b.yaml").isPresent());
    }
}
