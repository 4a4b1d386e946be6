package io.schemactl.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names have to match, as the settings say it. */
final class NamePatternsTest {

    @Test
    void readsAPatternForEachKind() {
        assertEquals(
                Map.of("index", "ix_[a-z]{1,3}", "foreign-key", "fk_.*"),
                NamePatterns.parse(" index = ix_[a-z]{1,3} ,foreign-key=fk_.*").patterns());
        assertEquals(NamePatterns.NONE, NamePatterns.parse(" "));
    }

    @Test
    void findsAPatternByTheWordsOfAKind() {
        NamePatterns patterns = NamePatterns.parse("foreign-key=fk_.*");
        assertEquals(Optional.of("fk_.*"), patterns.find("foreign key"));
        assertEquals(Optional.empty(), patterns.find("check"));
    }

    @Test
    void matchesWholeNamesWithThatOfTheTable() {
        var table = new Identifier("a.b");
        assertTrue(NamePatterns.matches("ix_{table}_.*", new Identifier("ix_a.b_c"), table));
        assertFalse(NamePatterns.matches("ix_{table}_.*", new Identifier("ix_axb_c"), table));
        assertFalse(NamePatterns.matches("ix", new Identifier("ix_a"), table));
        assertTrue(NamePatterns.matches("{table}s", new Identifier("anythings"), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            indx=a           | knows no kind `indx`; did you mean `index`?
            index=(a         | the pattern `(a` of `index` is no regular expression
            index            | `index` is not KIND=PATTERN
            index=a, index=b | two patterns for `index`
            """)
    void refusesWhatMeansNothing(String text, String words) {
        var problem = assertThrows(ProblemException.class, () -> NamePatterns.parse(text));
        assertTrue(problem.problem().message().contains(words), problem.problem()::message);
    }
}
