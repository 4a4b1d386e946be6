package io.schemactl.forecast;

import io.schemactl.live.TableFigures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a change set does to a table that is in use, and how long that may take.
 *
 * @param use what it does
 * @param name the table as messages name it
 * @param figures how large the table is; null if that is not known
 * @param writesPerSecond how many of its rows are written in a second; null if that is not known
 * @param works how long the work on it may take; null if that is not known
 * @param blocks how long others may have to wait; null if that is not known
 */
public record TableEffect(
        TableUse use,
        String name,
        @Nullable TableFigures figures,
        @Nullable Double writesPerSecond,
        @Nullable Duration works,
        @Nullable Duration blocks) {

    /** The table with its size, such as {@code interviews (12 GB, 40 million rows)}. */
    String sized() {
        return figures == null ? name : "%s (%s)".formatted(name, figures.words());
    }
}
