package io.schemactl.task;

import io.schemactl.db.AdvisoryLock;
import io.schemactl.db.LockHolder;
import io.schemactl.db.WorkConnection;
import io.schemactl.live.Health.OldTransaction;
import io.schemactl.live.HealthReader;
import io.schemactl.live.LiveReader;
import io.schemactl.live.OpenLock;
import io.schemactl.live.Replication;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Looks at what goes on in a database: locks, long transactions, what is left over, copies. */
final class ActivityCheck {

    private static final Duration LAGGING = Duration.ofSeconds(10);
    private static final long MUCH_WAL = 1024L * 1024 * 1024;
    private static final int MOST_TABLES = 5;

    private final WorkConnection connection;
    private final HealthReader reader;

    ActivityCheck(WorkConnection connection) {
        this.connection = connection;
        this.reader = new HealthReader(connection);
    }

    void run(Consultation consultation) throws SQLException {
        consultation.ask("lock", this::locks);
        consultation.ask("transactions", this::transactions);
        consultation.ask("prepared", this::prepared);
        consultation.ask("invalid-indexes", this::invalidIndexes);
        consultation.ask("replication", this::replication);
        consultation.ask("slots", this::slots);
    }

    private List<Diagnosis> locks() throws SQLException {
        List<LockHolder> holders = AdvisoryLock.holders(connection);
        return holders.isEmpty()
                ? List.of(Diagnosis.ok("lock", "no other schemactl works on this database"))
                : holders.stream()
                        .map(holder -> Diagnosis.warning(
                                "lock",
                                "another schemactl works on this database: " + holder.describe(),
                                "wait until it is done; an upgrade waits as long as --lock-wait says"))
                        .toList();
    }

    private List<Diagnosis> transactions() throws SQLException {
        List<OldTransaction> old = reader.oldTransactions();
        List<String> notes = new ArrayList<>();
        List<OpenLock> locks = old.isEmpty() ? List.of() : new LiveReader(connection).locks(notes);
        List<Diagnosis> found = new ArrayList<>();
        if (!new LiveReader(connection).seesOthers()) {
            notes.add("the role may not see how long other roles' transactions have been open");
        }
        for (OldTransaction transaction : old) {
            found.add(Diagnosis.warning(
                    "transactions",
                    "pid %d, user %s (%s), %s for %s, holds %s"
                            .formatted(
                                    transaction.pid(),
                                    transaction.user(),
                                    transaction.application(),
                                    transaction.state(),
                                    LockHolder.words(transaction.age()),
                                    held(transaction, locks)),
                    "end it before an upgrade that locks these tables: SELECT pg_terminate_backend(%d)"
                            .formatted(transaction.pid())));
        }
        notes.forEach(note -> found.add(Diagnosis.warning("transactions", note, "GRANT pg_monitor to the role")));
        if (found.isEmpty()) {
            found.add(Diagnosis.ok("transactions", "no transaction has been open for a minute"));
        }
        return found;
    }

    private static String held(OldTransaction transaction, List<OpenLock> locks) {
        List<OpenLock> own = locks.stream()
                .filter(lock -> Objects.equals(lock.pid(), transaction.pid()))
                .toList();
        if (own.isEmpty()) {
            return "no table, but keeps CREATE INDEX CONCURRENTLY waiting";
        }
        String more = own.size() > MOST_TABLES ? " and %d more".formatted(own.size() - MOST_TABLES) : "";
        return own.stream()
                        .limit(MOST_TABLES)
                        .map(lock -> "%s on %s".formatted(lock.mode().words(), lock.table()))
                        .collect(Collectors.joining(", "))
                + more;
    }

    private List<Diagnosis> prepared() throws SQLException {
        var prepared = reader.prepared();
        return prepared.isEmpty()
                ? List.of(Diagnosis.ok("prepared", "no prepared transaction holds locks"))
                : prepared.stream()
                        .map(each -> Diagnosis.warning(
                                "prepared",
                                "prepared transaction %s of %s has held its locks for %s"
                                        .formatted(each.gid(), each.owner(), LockHolder.words(each.age())),
                                "COMMIT PREPARED or ROLLBACK PREPARED it"))
                        .toList();
    }

    private List<Diagnosis> invalidIndexes() throws SQLException {
        var indexes = reader.invalidIndexes();
        return indexes.isEmpty()
                ? List.of(Diagnosis.ok("invalid-indexes", "all indexes are valid"))
                : indexes.stream()
                        .map(index -> Diagnosis.warning(
                                "invalid-indexes",
                                "index %s on %s is not valid: queries do not use it, writes pay for it"
                                        .formatted(index.name(), index.table()),
                                "REINDEX INDEX CONCURRENTLY %s, or drop it".formatted(index.name())))
                        .toList();
    }

    private List<Diagnosis> replication() throws SQLException {
        List<String> notes = new ArrayList<>();
        Replication replication = new LiveReader(connection).replication(notes);
        List<Diagnosis> found = new ArrayList<>();
        replication.findStandbyWords().ifPresent(words -> found.add(standby(replication, words)));
        for (Replication.Replica replica : replication.replicas()) {
            boolean isLate = (replica.lag() != null && replica.lag().compareTo(LAGGING) > 0)
                    || (replica.bytesBehind() != null && replica.bytesBehind() > MUCH_WAL);
            found.add(
                    isLate
                            ? Diagnosis.warning(
                                    "replication",
                                    replica.describe(),
                                    "wait until it has caught up: an upgrade that writes much sets it further back")
                            : Diagnosis.ok("replication", replica.describe()));
        }
        notes.forEach(note -> found.add(Diagnosis.warning("replication", note, "GRANT pg_monitor to the role")));
        if (found.isEmpty()) {
            found.add(Diagnosis.ok("replication", "no replica is connected"));
        }
        return found;
    }

    private static Diagnosis standby(Replication replication, String words) {
        boolean isLate = replication.behind() != null && replication.behind().compareTo(LAGGING) > 0;
        return replication.isConnected() && !isLate
                ? Diagnosis.ok("replication", words)
                : Diagnosis.warning(
                        "replication", words, "see that it gets its primary's changes: what is said here may be old");
    }

    private List<Diagnosis> slots() throws SQLException {
        List<String> notes = new ArrayList<>();
        List<Diagnosis> found = new LiveReader(connection)
                .slots(notes).stream().map(ActivityCheck::slot).collect(Collectors.toCollection(ArrayList::new));
        notes.forEach(note -> found.add(Diagnosis.warning("slots", note, "GRANT pg_monitor to the role")));
        return found;
    }

    private static Diagnosis slot(Replication.Slot slot) {
        if (slot.isLost()) {
            return Diagnosis.warning(
                    "slots",
                    slot.describe(),
                    "set its reader up anew, and SELECT pg_drop_replication_slot('%s')".formatted(slot.name()));
        }
        boolean isMuch = slot.kept() != null && slot.kept() > MUCH_WAL;
        return slot.isLeft() || isMuch
                ? Diagnosis.warning(
                        "slots",
                        slot.describe(),
                        "see that its reader goes on, or SELECT pg_drop_replication_slot('%s'): the disk fills up"
                                .formatted(slot.name()))
                : Diagnosis.ok("slots", slot.describe());
    }
}
