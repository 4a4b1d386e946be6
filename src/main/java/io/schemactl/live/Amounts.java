package io.schemactl.live;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Says amounts as people do. */
public final class Amounts {

    private static final List<String> UNITS = List.of("bytes", "kB", "MB", "GB", "TB", "PB");
    private static final long STEP = 1024;
    private static final long TEN = 10;
    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private Amounts() {}

    /** A size in units of 1024, as PostgreSQL counts, such as {@code 12 GB}. */
    public static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.size() - 1) {
            amount /= STEP;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : "%s %s".formatted(short3(amount), UNITS.get(unit));
    }

    /** A number of rows, such as {@code 40 million rows}. */
    public static String rows(long rows) {
        if (rows == 1) {
            return "1 row";
        }
        return number(rows) + " rows";
    }

    private static String number(long number) {
        if (number >= BILLION) {
            return short3((double) number / BILLION) + " billion";
        }
        return number >= MILLION
                ? short3((double) number / MILLION) + " million"
                : String.format(Locale.ROOT, "%,d", number);
    }

    /** How often something happens, such as {@code 120 writes/s}. */
    public static String rate(double perSecond) {
        if (perSecond >= TEN) {
            return String.format(Locale.ROOT, "%,d writes/s", Math.round(perSecond));
        }
        if (perSecond == 0) {
            return "no writes";
        }
        return perSecond < 0.1 ? "hardly any writes" : String.format(Locale.ROOT, "%.1f writes/s", perSecond);
    }

    /** A time of which only the order of magnitude is known, such as {@code minutes}. */
    public static String magnitude(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return "less than a second";
        }
        if (duration.compareTo(Duration.ofSeconds(60)) < 0) {
            return "seconds";
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return "minutes";
        }
        return duration.compareTo(Duration.ofDays(1)) < 0 ? "hours" : "days";
    }

    private static String short3(double amount) {
        long rounded = Math.round(amount);
        return amount < TEN && rounded * TEN != Math.round(amount * TEN)
                ? String.format(Locale.ROOT, "%.1f", amount)
                : String.format(Locale.ROOT, rounded >= THOUSAND ? "%,d" : "%d", rounded);
    }
}
