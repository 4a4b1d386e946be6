package io.schemactl.trace;

import io.schemactl.trace.Look.Seen;
import io.schemactl.trace.RelationTrace.Existence;
import io.schemactl.trace.RelationTrace.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What distinguishes two looks at a database, before a statement and after it.
 *
 * @param old the relations that were there before the story
 * @param inTransaction whether the first look shows the locks before the statement; otherwise it shows those that the statement took
 */
record Comparison(Look before, Look after, Set<Long> old, boolean inTransaction) {

    private static final Comparator<RelationTrace> BY_NAME =
            Comparator.comparing(RelationTrace::name).thenComparing(RelationTrace::kind);

    Comparison {
        after = after.succeeding(before);
    }

    /** The relations with which something was done, and the tables of indexes with which something was done. */
    List<RelationTrace> relations() {
        Set<Long> touched = new TreeSet<>(before.relations().keySet());
        touched.addAll(after.relations().keySet());
        touched.removeIf(id -> !isTouched(id));
        var tables = new TreeSet<Long>();
        touched.forEach(id -> tables.add(any(id).whole()));
        touched.addAll(tables);
        var traces = new ArrayList<RelationTrace>();
        touched.forEach(id -> find(id).ifPresent(seen -> traces.add(trace(seen))));
        traces.sort(BY_NAME);
        return traces;
    }

    private boolean isTouched(long id) {
        Seen was = before.relations().get(id);
        Seen is = after.relations().get(id);
        if (was == null || is == null) {
            return true;
        }
        return taken(was, is) != null || work(was, is).isAny();
    }

    private Optional<Seen> find(long id) {
        Seen is = after.relations().get(id);
        return Optional.ofNullable(is == null ? before.relations().get(id) : is);
    }

    private Seen any(long id) {
        return find(id).orElseThrow();
    }

    private RelationTrace trace(Seen seen) {
        Seen was = before.relations().get(seen.id());
        Seen is = after.relations().get(seen.id());
        return new RelationTrace(
                seen.name(),
                find(seen.whole()).map(Seen::name).orElse(seen.name()),
                seen.kind(),
                existence(was, is),
                lock(was, is),
                inTransaction && was != null ? was.lock() : null,
                was != null && is != null ? work(was, is) : work(is));
    }

    private @Nullable LockMode lock(@Nullable Seen was, @Nullable Seen is) {
        if (was == null) {
            return null;
        }
        // The locks of what is gone are not shown any more, and CONCURRENTLY takes the last one for a moment only.
        if (is == null) {
            return inTransaction ? LockMode.ACCESS_EXCLUSIVE : was.lock();
        }
        return taken(was, is);
    }

    private Existence existence(@Nullable Seen was, @Nullable Seen is) {
        if (was == null) {
            return Existence.MADE;
        }
        boolean isOld = old.contains(was.id()) && old.contains(was.whole());
        if (is == null) {
            return isOld ? Existence.DROPPED : Existence.YOUNG;
        }
        return isOld ? Existence.OLD : Existence.YOUNG;
    }

    /** The lock that the statement took: a stronger one than before, or the one that was seen while it ran. */
    private @Nullable LockMode taken(Seen was, Seen is) {
        if (!inTransaction) {
            return was.lock();
        }
        LockMode now = is.lock();
        LockMode then = was.lock();
        return now == null || (then != null && then.isAtLeast(now)) ? null : now;
    }

    private static Work work(Seen was, Seen is) {
        Look.Counts counts = is.counts().minus(was.counts());
        return new Work(was.file() != is.file(), counts.scans(), counts.inserted(), counts.updated(), counts.deleted());
    }

    private static Work work(@Nullable Seen only) {
        Look.Counts counts = only == null ? Look.Counts.NONE : only.counts();
        return new Work(false, counts.scans(), counts.inserted(), counts.updated(), counts.deleted());
    }
}
