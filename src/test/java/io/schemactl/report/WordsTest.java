package io.schemactl.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.prove.Loss;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, < 1 ms",
        "12, 12 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "1349, 1.3 s",
        "59949, 59.9 s",
        "59950, 1 min 0 s",
        "123456, 2 min 3 s",
        "3600000, 1 h 0 min",
        "7500000, 2 h 5 min",
        "90000000, 1 d 1 h"
    })
    void saysTimesInTheUnitThatFits(long millis, String words) {
        assertEquals(words, Words.took(Duration.ofMillis(millis)));
    }

    @Test
    void countsWithNouns() {
        assertEquals("1 row", Words.count(1, "row", "rows"));
        assertEquals("0 rows", Words.count(0, "row", "rows"));
        assertEquals("1,234,567 rows", Words.count(1_234_567, "row", "rows"));
    }

    @Test
    void saysWhatAShadowHeldOfWhatIsLost() {
        assertEquals("the rows of a (1 row here)", ProveText.words(new Loss("a", Loss.Kind.ROWS, 1)));
        assertEquals("the values of a.b (none here)", ProveText.words(new Loss("a.b", Loss.Kind.VALUES, 0)));
    }

    @Test
    void countsTheColumnsOfWideAndCombiningCharacters() {
        assertEquals(5, Columns.of("Größe"));
        assertEquals(5, Columns.of("Gro\u0308ße"));
        assertEquals(4, Columns.of("面接"));
        assertEquals(2, Columns.of("😀"));
    }

    @Test
    void shortensWithoutCuttingACharacter() {
        assertEquals("面…", Columns.shortened("面接面接", 4, "…"));
        assertEquals("😀…", Columns.shortened("😀😀😀", 3, "…"));
        assertEquals("abc", Columns.shortened("abc", 3, "…"));
    }

    @Test
    void escapesWhatWouldActOnATerminal() {
        assertEquals("a\\u001b[2Jb\\n\\r\\t\\u0000\\u009b\\u202e", Printable.line("a\u001b[2Jb\n\r\t\0\u009b\u202e"));
        assertEquals("\\u2028\\ufeff\\ud800\\U000e0041", Printable.line("\u2028\uFEFF\uD800\uDB40\uDC41"));
        assertEquals("Größe \"面接\" 👩\u200d💻", Printable.line("Größe \"面接\" 👩\u200d💻"));
    }
}
