package io.schemactl.diff;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at what a server does while the statements of a migration run, and finds where the hazards that they are said to have are not
 * those that they have: the locks that they take on what was there before and stays, the files that they write anew, and the tables
 * that they read whole under such a lock. Whatever takes no lock but on tables below another one is said of that one.
 */
final class Witness {

    private static final String LOOK = """
            WITH locks AS (
                SELECT l.relation, pg_catalog.string_agg(DISTINCT l.mode, ',') AS modes
                FROM pg_catalog.pg_locks l
                WHERE l.pid = pg_catalog.pg_backend_pid() AND l.granted AND l.relation IS NOT NULL
                GROUP BY l.relation
            )
            SELECT c.oid,
                   COALESCE(i.indrelid, c.oid) AS whole,
                   n.nspname,
                   c.relname,
                   c.relfilenode,
                   COALESCE(l.modes, '') AS modes,
                   pg_catalog.pg_stat_get_xact_numscans(c.oid) AS scans,
                   ARRAY(SELECT h.inhparent::bigint FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid) AS parents
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
            LEFT JOIN locks l ON l.relation = c.oid
            WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND c.relkind IN ('r', 'p', 'f', 'm', 'v', 'i', 'I')
            """;

    private static final Set<Hazard.Type> READING =
            EnumSet.of(Hazard.Type.TABLE_SCAN, Hazard.Type.TABLE_REWRITE, Hazard.Type.INDEX_BUILD);

    private final CaseDatabase database;
    private final List<Testimony> heard = new ArrayList<>();
    private Map<Long, Seen> last = Map.of();
    private Set<Long> first = Set.of();

    Witness(CaseDatabase database) {
        this.database = database;
    }

    /** A table, view or index, or what a statement was seen to do to it. */
    private record Seen(long oid, long whole, String name, long file, Set<Lock> locks, long scans, Set<Long> parents) {

        boolean isIndex() {
            return oid != whole;
        }
    }

    private record Testimony(Statement statement, Map<Long, Seen> before, Map<Long, Seen> after) {}

    /** The modes that others may have to wait for, the weakest first. */
    private enum Lock {
        SHARE_UPDATE_EXCLUSIVE,
        SHARE,
        SHARE_ROW_EXCLUSIVE,
        EXCLUSIVE,
        ACCESS_EXCLUSIVE;

        static Set<Lock> of(String modes) {
            return Stream.of(values())
                    .filter(lock -> Arrays.asList(modes.split(",")).contains(lock.seen()))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Lock.class)));
        }

        /** As {@code pg_locks} names it. */
        private String seen() {
            return Stream.of(name().split("_"))
                            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining())
                    + "Lock";
        }

        @Override
        public String toString() {
            return name().replace('_', ' ');
        }
    }

    /** Whether a statement can run in a transaction, so that its locks can be seen. */
    boolean isAdmitted(Statement statement) {
        return !statement.sql().contains("CONCURRENTLY") && !statement.sql().contains("SUBSCRIPTION");
    }

    /** A transaction begins. */
    void begins() throws SQLException {
        last = look();
        if (first.isEmpty()) {
            first = last.keySet();
        }
    }

    /** A statement was run in the transaction. */
    void heard(Statement statement) throws SQLException {
        Map<Long, Seen> now = look();
        heard.add(new Testimony(statement, last, now));
        last = now;
    }

    private Map<Long, Seen> look() throws SQLException {
        var seen = new HashMap<Long, Seen>();
        try (java.sql.Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(LOOK)) {
            while (rows.next()) {
                var name = new QualifiedName(
                        new Identifier(rows.getString("nspname")), new Identifier(rows.getString("relname")));
                Long[] parents = (Long[]) rows.getArray("parents").getArray();
                seen.put(
                        rows.getLong("oid"),
                        new Seen(
                                rows.getLong("oid"),
                                rows.getLong("whole"),
                                name.display(),
                                rows.getLong("relfilenode"),
                                Lock.of(rows.getString("modes")),
                                rows.getLong("scans"),
                                Set.of(parents)));
            }
        }
        return seen;
    }

    /** Where hazards are said that are none, or are not said. */
    List<String> contradictions() throws SQLException {
        Set<Long> stayed = new HashSet<>(first);
        stayed.retainAll(look().keySet());
        return heard.stream()
                .flatMap(testimony -> contradictions(testimony, stayed))
                .toList();
    }

    private static Stream<String> contradictions(Testimony testimony, Set<Long> stayed) {
        var found = new TreeSet<String>();
        for (Seen before : testimony.before().values()) {
            Seen after = testimony.after().get(before.oid());
            if (after != null && stayed.contains(before.oid()) && stayed.contains(before.whole())) {
                unsaid(testimony, before, after, found);
            }
        }
        testimony.statement().hazards().forEach(hazard -> untrue(testimony, hazard, found));
        return found.stream().map(each -> each + ": " + testimony.statement().sql());
    }

    private static void unsaid(Testimony testimony, Seen before, Seen after, Set<String> found) {
        List<Hazard> said = said(testimony, before.whole());
        String name =
                Objects.requireNonNull(testimony.before().get(before.whole())).name();
        Set<Lock> taken = EnumSet.noneOf(Lock.class);
        taken.addAll(after.locks());
        taken.removeAll(before.locks());
        // Neither readers nor writers wait for this one.
        taken.remove(Lock.SHARE_UPDATE_EXCLUSIVE);
        for (Lock lock : taken) {
            boolean isSaid = said.stream()
                    .filter(hazard -> hazard.lock() != null)
                    .anyMatch(hazard -> lock(hazard).compareTo(lock) >= 0);
            if (!isSaid) {
                found.add("it locks %s in %s".formatted(name, lock));
            }
        }
        if (before.file() != after.file()
                && said.stream()
                        .noneMatch(hazard -> hazard.type() == Hazard.Type.TABLE_REWRITE
                                || (before.isIndex() && hazard.type() == Hazard.Type.INDEX_BUILD))) {
            found.add("it writes %s anew".formatted(before.name()));
        }
        if (!before.isIndex()
                && after.scans() > before.scans()
                && !after.locks().isEmpty()
                && !testimony.statement().sql().matches("(?s)(CREATE|REFRESH) MATERIALIZED VIEW .*")
                && !isCheckedAgainst(testimony, said)
                && said.stream().noneMatch(hazard -> READING.contains(hazard.type()))) {
            found.add("it reads all rows of " + name);
        }
    }

    /** Whether a table is referred to by a foreign key that is checked: the planner may read it, or look rows up in its index. */
    private static boolean isCheckedAgainst(Testimony testimony, List<Hazard> said) {
        String sql = testimony.statement().sql();
        return (sql.contains(" REFERENCES ") || sql.contains(" ATTACH PARTITION "))
                && said.stream().anyMatch(Hazard::blocks);
    }

    /** What is said of a table or of one above it. */
    private static List<Hazard> said(Testimony testimony, long table) {
        Set<String> names = new HashSet<>();
        above(testimony.before(), table, names);
        above(testimony.after(), table, names);
        return testimony.statement().hazards().stream()
                .filter(hazard -> names.contains(hazard.object()) || isManyfold(hazard))
                .toList();
    }

    /** Whether a hazard is about tables that are not named one by one. */
    private static boolean isManyfold(Hazard hazard) {
        return hazard.object().startsWith("every ");
    }

    private static void above(Map<Long, Seen> seen, long oid, Set<String> names) {
        Seen relation = seen.get(oid);
        if (relation != null && names.add(relation.name())) {
            relation.parents().forEach(parent -> above(seen, parent, names));
        }
    }

    private static void untrue(Testimony testimony, Hazard hazard, Set<String> found) {
        List<Seen> before = below(testimony.before(), hazard.object());
        List<Seen> after = testimony.after().values().stream()
                .filter(each -> below(testimony.after(), hazard.object()).contains(each)
                        || before.stream().anyMatch(old -> old.oid() == each.oid()))
                .toList();
        String what = HazardWords.of(hazard);
        if (before.isEmpty() && hazard.lock() != null && !isManyfold(hazard)) {
            found.add("there is nothing yet where it " + what);
        }
        if (after.isEmpty()) {
            return;
        }
        if (hazard.lock() != null
                && after.stream().noneMatch(each -> each.locks().contains(lock(hazard)))) {
            found.add("it does not take the lock of what it " + what);
        }
        if (hazard.type() == Hazard.Type.TABLE_REWRITE
                && after.stream().noneMatch(each -> isChanged(testimony, each))) {
            found.add("it writes nothing anew although it " + what);
        }
        if (hazard.type() == Hazard.Type.INDEX_BUILD
                && after.stream().noneMatch(each -> each.isIndex() && isChanged(testimony, each))) {
            found.add("it builds no index although it " + what);
        }
        if (hazard.type() == Hazard.Type.TABLE_SCAN
                && !testimony.statement().sql().startsWith("SELECT")
                && after.stream().noneMatch(each -> each.scans() > scans(testimony, each))) {
            found.add("it reads nothing although it " + what);
        }
    }

    private static boolean isChanged(Testimony testimony, Seen after) {
        Seen before = testimony.before().get(after.oid());
        return before == null || before.file() != after.file();
    }

    private static long scans(Testimony testimony, Seen after) {
        Seen before = testimony.before().get(after.oid());
        return before == null ? 0 : before.scans();
    }

    /** A table, those below it, and all their indexes. */
    private static List<Seen> below(Map<Long, Seen> seen, String name) {
        return seen.values().stream()
                .filter(each -> {
                    Set<String> names = new HashSet<>();
                    above(seen, each.whole(), names);
                    return names.contains(name);
                })
                .toList();
    }

    private static Lock lock(Hazard hazard) {
        return Lock.valueOf(String.valueOf(hazard.lock()).replace(' ', '_'));
    }
}
