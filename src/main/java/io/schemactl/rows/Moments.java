package io.schemactl.rows;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Draws values of the types for dates and times. */
final class Moments {

    private static final LocalDate FIRST = LocalDate.of(2001, 1, 1);
    private static final int PAST_DAYS = 8_500;

    private static final Map<String, Scalars.Draw> DRAWS = Map.of(
            "date", (random, modifier) -> date(random),
            "time", (random, modifier) -> time(random),
            "timetz", (random, modifier) -> time(random) + "+00",
            "timestamp", (random, modifier) -> date(random) + " " + time(random),
            "timestamptz", (random, modifier) -> date(random) + " " + time(random) + "+00",
            "interval", (random, modifier) -> interval(random));

    private Moments() {}

    static Optional<Scalars.Draw> find(String name) {
        return Optional.ofNullable(DRAWS.get(name));
    }

    /** Mostly in the past, seldom far in the future: checks compare with the present. */
    private static String date(Random random) {
        LocalDate start = random.nextInt(8) == 0 ? FIRST.plusYears(80) : FIRST;
        return start.plusDays(random.nextInt(PAST_DAYS)).toString();
    }

    private static String time(Random random) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", random.nextInt(24), random.nextInt(60), random.nextInt(60));
    }

    /** Something in every field, so that something is left whatever fields a column keeps. */
    private static String interval(Random random) {
        return "%d year %d mons %d days %s"
                .formatted(1 + random.nextInt(3), random.nextInt(12), 1 + random.nextInt(27), time(random));
    }
}
