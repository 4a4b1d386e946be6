package io.schemactl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.engine.StartJournal.Reached;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of a statement that is executed in ranges. */
final class BatchProgressTest {

    private final List<String> progress = new ArrayList<>();

    private BatchProgress of(@Nullable Long rows, long passedBefore) {
        return new BatchProgress("change set 1", rows, passedBefore, new RunListener() {
            @Override
            public void begins(ChangeSetEntry entry) {}

            @Override
            public void ended(ChangeSetResult result) {}

            @Override
            public void progresses(String words) {
                progress.add(words);
            }

            @Override
            public void says(String words) {
                progress.add("said: " + words);
            }
        });
    }

    @Test
    void namesRowsPerCentAndTheTimeThatIsLeft() {
        assertEquals(
                "10,000 rows changed, 25 %, about 30 s left",
                of(80_000L, 0).words(new Reached("x", 20_000, 10_000), Duration.ofSeconds(10)));
        assertEquals(
                "0 rows changed, 1 %, about 16 min 30 s left",
                of(100_000L, 0).words(new Reached("x", 1_000, 0), Duration.ofSeconds(10)));
        assertEquals(
                "7 rows changed, 10 %, about 2 h 30 min left",
                of(100_000L, 0).words(new Reached("x", 10_000, 7), Duration.ofSeconds(1000)));
    }

    @Test
    void countsTheTimeOfThisRunOnly() {
        assertEquals(
                "90 rows changed, 90 %, about 1 s left",
                of(100L, 80).words(new Reached("x", 90, 90), Duration.ofSeconds(1)));
    }

    @Test
    void saysNoMoreThanIsKnown() {
        assertEquals("5 rows changed", of(null, 0).words(new Reached("x", 20, 5), Duration.ofSeconds(1)));
        assertEquals("5 rows changed", of(19L, 0).words(new Reached("x", 20, 5), Duration.ofSeconds(1)));
    }

    @Test
    void writesALineIntoALogOnlyNowAndThen() {
        of(100L, 0).reached(new Reached("x", 50, 50));

        assertEquals(List.of("50 rows changed, 50 %, about 0 s left"), progress);
    }
}
