package io.schemactl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.engine.changelog.ChangeSource;
import io.schemactl.engine.changelog.ChangelogSource;
import io.schemactl.problem.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where statements stand: the path, line and column that errors and findings name. */
final class StatementPlacesTest {

    @TempDir
    Path folder;

    private ChangeSource change(String text) throws IOException {
        Path root = folder.resolve("root.yaml");
        String head =
                "databaseChangeLog:\n- changeSet:\n    id: a\n    author: b\n    changes:\n    - sql:\n        sql: |\n";
        Files.writeString(root, head + text.indent(10));
        return ChangelogSource.read(root, folder, Map.of("name", "x", "rows", "2"))
                .changeSets()
                .get(0)
                .changes()
                .get(0);
    }

    private static List<String> places(ChangeSource change, String... statements) {
        List<Step> steps = Stream.of(statements)
                .map(sql -> (Step) new Step.Sql(sql, change.position()))
                .toList();
        return StatementPlaces.locate(steps, change).stream()
                .map(Step::position)
                .map(StatementPlacesTest::words)
                .toList();
    }

    private static String words(Position position) {
        return position.line() + ":" + position.column();
    }

    @Test
    void eachStatementOfABlockHasItsOwn() throws IOException {
        var change = change("INSERT INTO a VALUES (1);\n-- once more\nINSERT INTO a VALUES (1);\n  DELETE FROM a;\n");
        assertEquals(
                List.of("8:11", "10:11", "11:13"),
                places(change, "INSERT INTO a VALUES (1)", "-- once more\nINSERT INTO a VALUES (1)", "DELETE FROM a"));
        assertEquals(
                List.of("8:11", "10:11", "11:13"),
                places(change, "INSERT INTO a VALUES (1)", "INSERT INTO a VALUES (1)", "DELETE FROM a"));
    }

    @Test
    void statementsWhoseParametersWereReplacedStandWhereTheyDo() throws IOException {
        var change = change("CREATE TABLE ${name} (id int);\nDROP TABLE ${name};\n");
        assertEquals(List.of("8:11", "9:11"), places(change, "CREATE TABLE x (id int)", "DROP TABLE x"));
    }

    @Test
    void aBlockThatIsSentAtOnceStandsWhereItBegins() throws IOException {
        var change = change("-- first\nCREATE TABLE a ();\nCREATE TABLE b ();\n");
        assertEquals(List.of("9:11"), places(change, "-- first\nCREATE TABLE a ();\nCREATE TABLE b ();"));
    }

    @Test
    void whatIsNotInTheTextStandsWhereTheChangeDoes() throws IOException {
        var change = change("SELECT 1;\n");
        assertEquals(List.of("6:7", "6:7"), places(change, "ANALYZE a", "ANALYZE b"));
    }
}
