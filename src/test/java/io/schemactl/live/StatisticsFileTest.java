package io.schemactl.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.Position;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.QualifiedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatisticsFileTest {

    private static final Statistics SAMPLE = new Statistics(
            "17.8",
            new Figures(
                    Instant.parse("2026-03-02T10:15:30.123Z"),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    true,
                    List.of(
                            new TableFigures(QualifiedName.of("public", "Größe \"x\""), 8192, 4096, null, 7L),
                            new TableFigures(
                                    QualifiedName.of("public", "visit"),
                                    12_884_901_888L,
                                    1L << 40,
                                    40_000_000L,
                                    null))),
            List.of(new Statistics.Applied("1", "zoë", "a/changelog.yaml")));

    @TempDir
    Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("stats.json"), text);
    }

    @Test
    void readsWhatItWrites() throws IOException {
        assertEquals(SAMPLE, StatisticsFile.read(write(StatisticsFile.print(SAMPLE))));
    }

    @Test
    void hasNothingButNamesAndCounts() {
        assertEquals(17, SAMPLE.majorVersion());
        assertEquals(
                0,
                StatisticsFile.print(SAMPLE)
                        .lines()
                        .filter(line -> line.contains("null"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version" : 1             | "version" : 2              | its version is 2, and this schemactl reads 1
            "version" : 1,            | ''                         | `version` is missing
            "taken" : "2026           | "taken" : "soon            | could not be parsed
            "bytes" : 8192            | "bytes" : -1               | `bytes` is no number from 0
            "author" : "zoë"          | "author" : 3               | `author` is no text
            "serverVersion" : "17.8"  | "serverVersion" : "17devel" | `serverVersion` is `17devel`
            "applied" : [             | "applied" : 3, "other" : [ | `applied` is no list
            "written" : 7             | "written" : 7,,            | it is no JSON
            """)
    void refusesWhatIsNoStatisticsFile(String was, String is, String message) throws IOException {
        String text = StatisticsFile.print(SAMPLE);
        assertTrue(text.contains(was), text);
        Path file = write(text.replace(was, is));

        var e = assertThrows(ProblemException.class, () -> StatisticsFile.read(file));

        assertEquals(ProblemCode.STATISTICS, e.problem().code());
        assertTrue(e.problem().message().contains(message), e.problem().message());
    }

    @Test
    void saysWhereAFileCeasesToBeOne() throws Exception {
        Path file = write("{\n  \"version\" 1\n}\n");

        var e = assertThrows(ProblemException.class, () -> StatisticsFile.read(file));

        assertEquals(new Position(file, 2, 13), e.problem().position());
    }

    @Test
    void saysThatAFileIsEmpty() throws Exception {
        Path file = write("");

        var e = assertThrows(ProblemException.class, () -> StatisticsFile.read(file));

        assertTrue(e.problem().message().endsWith("it is empty"), e.problem().message());
    }

    @Test
    void refusesAFileThatIsNotThere() {
        var e = assertThrows(ProblemException.class, () -> StatisticsFile.read(folder.resolve("none.json")));
        assertEquals(ProblemCode.STATISTICS, e.problem().code());
    }
}
