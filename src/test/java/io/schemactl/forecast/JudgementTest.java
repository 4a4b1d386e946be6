package io.schemactl.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.forecast.TableUse.Work;
import io.schemactl.live.Figures;
import io.schemactl.live.OpenLock;
import io.schemactl.live.TableFigures;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.trace.LockMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JudgementTest {

    private static final QualifiedName HUGE = QualifiedName.of("public", "huge");
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final long GIB = 1L << 30;

    /** Tables by name: huge 12 GB, medium 300 MB, small 1 MB, empty, blank without an estimate of rows. */
    private static final Figures FIGURES = new Figures(
            NOW,
            NOW.minusSeconds(1000),
            false,
            List.of(
                    table("huge", 12 * GIB, 8 * GIB, 40_000_000L, 120_000),
                    table("medium", 300 << 20, 200 << 20, 1_000_000L, 0),
                    table("small", 1 << 20, 1 << 19, 5_000L, 100),
                    table("empty", 8192, 0, 0L, 0),
                    table("blank", 8192, 8192, null, 0)));

    private static TableFigures table(String name, long bytes, long heap, @Nullable Long rows, long written) {
        return new TableFigures(QualifiedName.of("public", name), bytes, heap, rows, written);
    }

    /** Such as {@code huge ACCESS_EXCLUSIVE rewritten}: a table, a lock, and what is done. */
    private static TableUse use(String text) {
        String[] words = text.strip().split(" ");
        List<String> deeds = List.of(words).subList(2, words.length);
        List<String> built =
                deeds.stream().filter(deed -> deed.startsWith("ix_")).toList();
        double changed = deeds.stream()
                .filter(deed -> deed.endsWith("%"))
                .mapToDouble(deed -> Double.parseDouble(deed.replace("%", "")) / 100)
                .sum();
        return new TableUse(
                QualifiedName.of("public", words[0]),
                words[1].equals("-") ? null : LockMode.valueOf(words[1]),
                deeds.contains("dropped"),
                new Work(deeds.contains("rewritten"), deeds.contains("scanned"), built, 0, changed));
    }

    /** Statements with semicolons between them, the tables of each with plus signs. */
    private static List<StatementUse> statements(String text, boolean inTransaction) {
        return Stream.of(text.split(";"))
                .map(statement -> new StatementUse(
                        inTransaction,
                        Stream.of(statement.split("\\+"))
                                .map(JudgementTest::use)
                                .toList()))
                .toList();
    }

    private static Verdict judge(String text, boolean inTransaction, List<OpenLock> locks) {
        var effects = new TableEffects(FIGURES, new Identifier("public")).of(statements(text, inTransaction));
        return Judgement.of(effects, locks, Duration.ofSeconds(3));
    }

    private static String words(Verdict verdict) {
        return verdict.grade().word() + ": " + String.join("; ", verdict.reasons());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            huge ACCESS_EXCLUSIVE            | safe: takes ACCESS EXCLUSIVE on huge (12 GB, 40 million rows) for a moment
            huge ACCESS_EXCLUSIVE rewritten scanned | dangerous: takes ACCESS EXCLUSIVE on huge (12 GB, 40 million rows) and rewrites it: expect minutes of blocked reads and writes; huge has 120 writes/s, which wait meanwhile
            medium ACCESS_EXCLUSIVE rewritten | careful: takes ACCESS EXCLUSIVE on medium (300 MB, 1 million rows) and rewrites it: expect seconds of blocked reads and writes
            small ACCESS_EXCLUSIVE rewritten | safe: takes ACCESS EXCLUSIVE on small (1 MB, 5,000 rows) and rewrites it: expect less than a second of blocked reads and writes
            other SHARE_UPDATE_EXCLUSIVE scanned | safe: takes SHARE UPDATE EXCLUSIVE on other and reads all of it: how long that takes is not known, because a size is not; reads and writes go on
            small SHARE scanned ix_a ix_b ix_c | safe: takes SHARE on small (1 MB, 5,000 rows) and builds 3 indexes on it: expect less than a second of blocked writes
            huge SHARE scanned ix_a          | dangerous: takes SHARE on huge (12 GB, 40 million rows) and builds ix_a on it: expect minutes of blocked writes; huge has 120 writes/s, which wait meanwhile
            medium ACCESS_EXCLUSIVE scanned  | careful: takes ACCESS EXCLUSIVE on medium (300 MB, 1 million rows) and reads all of it: expect seconds of blocked reads and writes
            huge SHARE_UPDATE_EXCLUSIVE scanned | safe: takes SHARE UPDATE EXCLUSIVE on huge (12 GB, 40 million rows) and reads all of it: expect seconds, while reads and writes go on
            huge ROW_EXCLUSIVE scanned 100%  | dangerous: updates or deletes all rows of huge (12 GB, 40 million rows), which others cannot write meanwhile: expect minutes
            medium ROW_EXCLUSIVE 25%         | careful: updates or deletes about 25 % of the rows of medium (300 MB, 1 million rows), which others cannot write meanwhile: expect seconds
            small ROW_EXCLUSIVE 100%         | safe: updates or deletes all rows of small (1 MB, 5,000 rows), which others cannot write meanwhile: expect less than a second
            huge ACCESS_EXCLUSIVE dropped    | careful: takes ACCESS EXCLUSIVE on huge (12 GB, 40 million rows) and drops it
            empty ACCESS_EXCLUSIVE dropped   | safe: takes ACCESS EXCLUSIVE on empty (8 kB, 0 rows) and drops it
            blank ACCESS_EXCLUSIVE dropped   | careful: takes ACCESS EXCLUSIVE on blank (8 kB, rows unknown) and drops it
            other ACCESS_EXCLUSIVE           | safe: takes ACCESS EXCLUSIVE on other for a moment
            other ACCESS_EXCLUSIVE rewritten | careful: takes ACCESS EXCLUSIVE on other and rewrites it: how long reads and writes wait is not known, because a size is not
            other ROW_EXCLUSIVE 50%          | careful: updates or deletes about 50 % of the rows of other; how long they are locked is not known, because the size is not
            huge ROW_EXCLUSIVE               | safe: takes no lock for which reads or writes of tables in use would have to wait
            small ACCESS_EXCLUSIVE; huge - scanned | dangerous: reads all of huge (12 GB, 40 million rows): expect seconds, while reads and writes go on; takes ACCESS EXCLUSIVE on small (1 MB, 5,000 rows), and holds it until the change set ends: expect seconds of blocked reads and writes
            """)
    void judgesInATransaction(String statements, String expected) {
        assertEquals(expected, words(judge(statements, true, List.of())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            huge SHARE_UPDATE_EXCLUSIVE ix_a | safe: takes SHARE UPDATE EXCLUSIVE on huge (12 GB, 40 million rows) and builds ix_a on it: expect minutes, while reads and writes go on
            small ACCESS_EXCLUSIVE; huge SHARE_UPDATE_EXCLUSIVE ix_a | safe: takes SHARE UPDATE EXCLUSIVE on huge (12 GB, 40 million rows) and builds ix_a on it: expect minutes, while reads and writes go on; takes ACCESS EXCLUSIVE on small (1 MB, 5,000 rows) for a moment
            """)
    void holdsNoLockBeyondAStatementWithoutATransaction(String statements, String expected) {
        assertEquals(expected, words(judge(statements, false, List.of())));
    }

    private static OpenLock lock(LockMode mode, @Nullable Duration age) {
        return new OpenLock(7, HUGE, HUGE, mode, "app", "report", "idle in transaction", age);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACCESS_SHARE     | 300 | huge ACCESS_EXCLUSIVE             | careful
            ACCESS_SHARE     | 2   | huge ACCESS_EXCLUSIVE             | safe
            ACCESS_SHARE     | 300 | huge SHARE_UPDATE_EXCLUSIVE       | safe
            ROW_EXCLUSIVE    | 300 | medium ACCESS_EXCLUSIVE           | safe
            SHARE_UPDATE_EXCLUSIVE | 300 | huge SHARE_UPDATE_EXCLUSIVE | careful
            """)
    void wantsCareWhereAnOldTransactionIsInTheWay(LockMode held, long seconds, String statement, String grade) {
        var lock = lock(held, Duration.ofSeconds(seconds));
        assertEquals(grade, judge(statement, true, List.of(lock)).grade().word());
    }

    @Test
    void namesTheTransactionThatIsInTheWay() {
        var verdict = judge("huge ACCESS_EXCLUSIVE", true, List.of(lock(LockMode.ROW_SHARE, null)));
        assertEquals(
                "must wait for pid 7, user app (report), idle in transaction for a time that the role may not see, which holds"
                        + " ROW SHARE on huge: it waits at most --lock-timeout each time, and what comes after it waits behind it",
                verdict.reasons().get(1));
    }

    @Test
    void takesNamesForWhatTheyAre() {
        var odd = new TableUse(
                QualifiedName.of("public", "a$1\\ on it"),
                LockMode.SHARE_UPDATE_EXCLUSIVE,
                false,
                new Work(false, false, List.of("ix on it"), 0, 0));
        var effects =
                new TableEffects(null, new Identifier("public")).of(List.of(new StatementUse(false, List.of(odd))));
        assertEquals(
                List.of(
                        "takes SHARE UPDATE EXCLUSIVE on \"a$1\\ on it\" and builds ix on it on it: how long that takes is not"
                                + " known, because a size is not; reads and writes go on"),
                Judgement.of(effects, List.of(), Duration.ZERO).reasons());
    }

    @Test
    void judgesAStoryByItsWorstChangeSet() {
        List<Verdict> parts = new ArrayList<>();
        parts.add(judge("huge ROW_EXCLUSIVE", true, List.of()));
        parts.add(judge("medium ACCESS_EXCLUSIVE rewritten", true, List.of()));
        Verdict story = Verdict.of(parts);
        assertEquals(Grade.CAREFUL, story.grade());
        assertEquals(1, story.reasons().size());
    }
}
