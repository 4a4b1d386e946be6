package io.schemactl.forecast;

import io.schemactl.live.Amounts;
import io.schemactl.live.OpenLock;
import io.schemactl.trace.LockMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a change set does to tables that are in use.
 *
 * <p>Waiting of less than a second is safe, of less than ten seconds wants care, and more is dangerous. Rows that are locked because they are
 * written count less than tables. What is not known wants care.
 */
public final class Judgement {

    private static final Duration NOTICEABLE = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration LONG_FOR_ROWS = Duration.ofSeconds(60);
    private static final Duration LONG_BESIDE_OTHERS = Duration.ofHours(1);
    private static final double ALL = 0.99;
    private static final int MOST_INDEXES = 2;
    private static final int PERCENT = 100;

    private final List<OpenLock> locks;
    private final Duration lockTimeout;
    private Verdict verdict = Verdict.harmless();

    private Judgement(List<OpenLock> locks, Duration lockTimeout) {
        this.locks = locks;
        this.lockTimeout = lockTimeout;
    }

    /**
     * The verdict.
     *
     * @param effects what the change set does
     * @param locks what open transactions hold at this moment, the oldest first
     * @param lockTimeout how long a statement will wait for a lock; zero is for ever
     */
    public static Verdict of(List<TableEffect> effects, List<OpenLock> locks, Duration lockTimeout) {
        var judgement = new Judgement(locks, lockTimeout);
        effects.forEach(judgement::judge);
        return judgement.verdict;
    }

    private void judge(TableEffect effect) {
        LockMode lock = effect.use().lock();
        if (lock != null && lock.blocksWrites()) {
            blocking(effect, lock);
        } else {
            beside(effect);
        }
        if (effect.use().work().changed() > 0) {
            rows(effect);
        }
        if (lock != null) {
            findInTheWay(effect, lock).ifPresent(this::waits);
        }
    }

    private void add(Grade grade, String reason) {
        verdict = verdict.with(grade, reason);
    }

    private void blocking(TableEffect effect, LockMode lock) {
        String who = lock.blocksReads() ? "reads and writes" : "writes";
        List<String> deeds = deeds(effect.use(), "it");
        String what = "takes %s on %s%s".formatted(lock.words(), effect.sized(), listed(deeds));
        Duration blocks = effect.blocks();
        if (blocks == null) {
            add(Grade.CAREFUL, "%s: how long %s wait is not known, because a size is not".formatted(what, who));
            return;
        }
        boolean isLong = blocks.compareTo(NOTICEABLE) >= 0;
        String held = isLong && isShort(effect.works()) ? ", and holds it until the change set ends" : "";
        String time = deeds.isEmpty() ? " for a moment" : "";
        if (isLong || effect.use().work().grows()) {
            time = ": expect %s of blocked %s".formatted(Amounts.magnitude(blocks), who);
        }
        add(grade(blocks, LONG).or(least(effect)), what + held + time);
        Double writes = effect.writesPerSecond();
        if (isLong && writes != null && writes >= 1) {
            add(Grade.SAFE, "%s has %s, which wait meanwhile".formatted(effect.name(), Amounts.rate(writes)));
        }
    }

    /** A table that goes takes its rows along. */
    private static Grade least(TableEffect effect) {
        var figures = effect.figures();
        boolean isEmpty = figures != null && figures.rows() != null && figures.rows() == 0;
        return effect.use().isDropped() && !isEmpty ? Grade.CAREFUL : Grade.SAFE;
    }

    private static boolean isShort(@Nullable Duration works) {
        return works != null && works.compareTo(NOTICEABLE) < 0;
    }

    private static List<String> deeds(TableUse use, String table) {
        if (use.isDropped()) {
            return List.of("drops " + table);
        }
        if (use.work().rewritten()) {
            return List.of("rewrites " + table);
        }
        if (!use.work().built().isEmpty()) {
            return List.of("builds %s on %s".formatted(named(use.work().built()), table));
        }
        return use.work().scanned() ? List.of("reads all of " + table) : List.of();
    }

    private static String named(List<String> indexes) {
        return indexes.size() <= MOST_INDEXES ? String.join(", ", indexes) : indexes.size() + " indexes";
    }

    private static String listed(List<String> deeds) {
        return deeds.isEmpty() ? "" : " and " + String.join(" and ", deeds);
    }

    /** Work for which nobody has to wait. */
    private void beside(TableEffect effect) {
        LockMode lock = effect.use().lock();
        List<String> deeds = deeds(effect.use(), lock == null ? effect.sized() : "it");
        if (deeds.isEmpty() || effect.use().work().changed() > 0) {
            return;
        }
        Duration works = effect.works();
        Grade grade = works != null && works.compareTo(LONG_BESIDE_OTHERS) >= 0 ? Grade.CAREFUL : Grade.SAFE;
        String what =
                lock == null ? deeds.get(0) : "takes %s on %s%s".formatted(lock.words(), effect.sized(), listed(deeds));
        String time = works == null
                ? "how long that takes is not known, because a size is not; reads and writes go on"
                : "expect %s, while reads and writes go on".formatted(Amounts.magnitude(works));
        add(grade, "%s: %s".formatted(what, time));
    }

    private void rows(TableEffect effect) {
        double share = effect.use().work().changed();
        String part = share >= ALL
                ? "all rows"
                : "about %d %% of the rows".formatted(Math.max(1, Math.round(share * PERCENT)));
        String what = "updates or deletes %s of %s".formatted(part, effect.sized());
        Duration works = effect.works();
        if (works == null) {
            add(Grade.CAREFUL, what + "; how long they are locked is not known, because the size is not");
            return;
        }
        add(
                grade(works, LONG_FOR_ROWS),
                "%s, which others cannot write meanwhile: expect %s".formatted(what, Amounts.magnitude(works)));
    }

    private static Grade grade(Duration time, Duration dangerous) {
        if (time.compareTo(dangerous) >= 0) {
            return Grade.DANGEROUS;
        }
        return time.compareTo(NOTICEABLE) >= 0 ? Grade.CAREFUL : Grade.SAFE;
    }

    private Optional<OpenLock> findInTheWay(TableEffect effect, LockMode wanted) {
        return locks.stream()
                .filter(lock -> lock.isOn(effect.use().table()) && lock.mode().conflictsWith(wanted))
                .filter(lock -> lock.age() == null || lock.age().compareTo(NOTICEABLE) >= 0)
                .findFirst();
    }

    private void waits(OpenLock lock) {
        boolean isPassing =
                lock.age() != null && !lockTimeout.isZero() && lock.age().compareTo(lockTimeout) < 0;
        String how = lockTimeout.isZero()
                ? "with --lock-timeout 0 it waits for ever, and what comes after it waits behind it"
                : "it waits at most --lock-timeout each time, and what comes after it waits behind it";
        add(
                isPassing ? Grade.SAFE : Grade.CAREFUL,
                "must wait for %s, which holds %s on %s: %s"
                        .formatted(
                                lock.describe(),
                                lock.mode().words(),
                                lock.table().name().display(),
                                how));
    }
}
