package io.schemactl.engine;

import io.schemactl.engine.StartJournal.Reached;
import io.schemactl.engine.changelog.Batch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says how far a statement is that is executed in ranges: for the moment, and now and then for a log. */
final class BatchProgress {

    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final String label;
    private final @Nullable Long rows;
    private final long passedBefore;
    private final RunListener listener;
    private final long start = System.nanoTime();
    private long said = start;

    BatchProgress(String label, @Nullable Long rows, long passedBefore, RunListener listener) {
        this.label = label;
        this.rows = rows;
        this.passedBefore = passedBefore;
        this.listener = listener;
    }

    /** One more range is done. */
    void reached(Reached at) {
        String words = words(at, Duration.ofNanos(System.nanoTime() - start));
        listener.progresses(words);
        if (System.nanoTime() - said > SILENCE.toNanos()) {
            said = System.nanoTime();
            listener.says("%s: %s".formatted(label, words));
        }
    }

    /** How far it is: rows, part of the whole, and the time that the rest takes if it goes on like this. */
    String words(Reached at, Duration elapsed) {
        String changed = "%,d rows changed".formatted(at.changed());
        long total = rows == null ? 0 : rows;
        if (total <= at.passed()) {
            return changed;
        }
        long passed = at.passed() - passedBefore;
        double seconds = elapsed.toMillis() / 1000.0 * (total - at.passed()) / Math.max(1, passed);
        return "%s, %d %%, about %s left".formatted(changed, 100 * at.passed() / total, time(Math.round(seconds)));
    }

    private static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? "%d min %d s".formatted(seconds / 60, seconds % 60)
                : "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
    }

    /** All ranges are done. */
    void ended(Batch batch, long changed) {
        String hint = batch.analyze()
                ? ""
                : "; run `ANALYZE %s`, so that the server knows its values".formatted(batch.table());
        listener.says("%s: %,d rows changed%s".formatted(label, changed, hint));
    }
}
