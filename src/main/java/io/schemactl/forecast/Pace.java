package io.schemactl.forecast;

import io.schemactl.live.TableFigures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long work on rows takes: a guess from a table's size, for a server of ordinary speed that has other things to do. */
public final class Pace {

    private static final long MEGABYTE = 1024 * 1024;

    private static final long READ = 200 * MEGABYTE;
    private static final long WRITE = 50 * MEGABYTE;
    private static final long BUILD = 50 * MEGABYTE;
    private static final long ROWS = 20_000;
    private static final long BYTES_A_ROW = 100;

    private Pace() {}

    /** What is assumed, in words. */
    public static List<String> assumptions() {
        return List.of(
                "a table is read with 200 MB/s, and written anew with 50 MB/s, its indexes included",
                "an index is built with 50 MB/s of its table",
                "20,000 rows are updated or deleted in a second, as many of them as on the shadow in proportion");
    }

    /** How long work takes; empty if the table's size matters and is not known. */
    static Optional<Duration> of(TableUse use, @Nullable TableFigures figures) {
        TableUse.Work work = use.work();
        if (!work.grows() || use.isDropped()) {
            return Optional.of(Duration.ZERO);
        }
        if (figures == null) {
            return Optional.empty();
        }
        double seconds = 0;
        if (work.rewritten()) {
            seconds += (double) figures.bytes() / WRITE;
        } else if (!work.built().isEmpty()) {
            seconds += (double) figures.heapBytes() / BUILD * work.built().size();
        } else if (work.scanned()) {
            seconds += (double) figures.heapBytes() / READ;
        }
        seconds += work.changed() * rows(figures) / ROWS;
        return Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private static long rows(TableFigures figures) {
        return figures.rows() == null ? figures.heapBytes() / BYTES_A_ROW : figures.rows();
    }
}
