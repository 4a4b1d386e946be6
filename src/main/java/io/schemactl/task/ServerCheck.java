package io.schemactl.task;

import io.schemactl.db.ConnectOptions;
import io.schemactl.db.HostPort;
import io.schemactl.db.Pooler;
import io.schemactl.db.ServerAddress;
import io.schemactl.db.ServerFacts;
import io.schemactl.db.ServerSupport;
import io.schemactl.db.WorkConnection;
import io.schemactl.live.Amounts;
import io.schemactl.live.Health.DatabaseFacts;
import io.schemactl.live.Health.ServerSetting;
import io.schemactl.live.HealthReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at the server: version, connection, pooler, clock, encoding, room, settings. */
final class ServerCheck {

    private static final int ROUND_TRIPS = 5;
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final int FULL_PERCENT = 90;
    private static final int PERCENT = 100;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1");

    private final ServerAddress address;
    private final WorkConnection connection;
    private final ServerFacts facts;
    private final HealthReader reader;
    private final String application;

    ServerCheck(ServerAddress address, WorkConnection connection, ServerFacts facts, String application) {
        this.address = address;
        this.connection = connection;
        this.facts = facts;
        this.reader = new HealthReader(connection);
        this.application = application;
    }

    void run(Consultation consultation) throws SQLException {
        consultation.ask("round-trip", () -> List.of(roundTrip()));
        consultation.ask("server", () -> server(LocalDate.now(ZoneOffset.UTC)));
        consultation.ask("tls", () -> List.of(tls()));
        consultation.ask("pooler", () -> List.of(pooler()));
        consultation.ask("database", this::database);
        consultation.ask("settings", this::settings);
    }

    private Diagnosis roundTrip() throws SQLException {
        Duration fastest = reader.roundTrip(ROUND_TRIPS);
        String message = "a question and its answer take %.1f ms".formatted(fastest.toNanos() / 1e6);
        return fastest.compareTo(SLOW) < 0
                ? Diagnosis.ok("round-trip", message)
                : Diagnosis.warning(
                        "round-trip",
                        message,
                        "run schemactl nearer to the server: each statement waits for that long");
    }

    private List<Diagnosis> server(LocalDate today) {
        List<Diagnosis> found = new ArrayList<>();
        String version = "PostgreSQL %d.%d".formatted(facts.version() / 10_000, facts.version() % 10_000);
        facts.findWriteRefusal()
                .ifPresent(refusal -> found.add(Diagnosis.error("server", refusal.message(), refusal.fix())));
        facts.findWarning()
                .ifPresent(
                        warning -> found.add(Diagnosis.warning("server", warning, "try the upgrade on a copy before")));
        ServerSupport.findFinalRelease(facts.major())
                .filter(last -> last.isBefore(today))
                .ifPresent(last -> found.add(Diagnosis.warning(
                        "server",
                        "%s gets no fixes any more: version %d ended on %s".formatted(version, facts.major(), last),
                        "plan the upgrade of the server")));
        if (found.isEmpty()) {
            found.add(Diagnosis.ok("server", version + " is supported and takes writes"));
        }
        return found;
    }

    private Diagnosis tls() {
        if (facts.tls() != null) {
            return Diagnosis.ok("tls", "the connection is encrypted with " + facts.tls());
        }
        boolean isLocal = address.hosts().stream().map(HostPort::host).allMatch(LOCAL::contains);
        if (isLocal) {
            return Diagnosis.ok("tls", "the connection is not encrypted, and stays on this machine");
        }
        return facts.isPooled()
                ? Diagnosis.ok(
                        "tls", "the pooler's connection to the server is not encrypted; ours cannot be seen from there")
                : Diagnosis.warning("tls", "the connection is not encrypted", "add sslmode=verify-full to the URL");
    }

    private Diagnosis pooler() throws SQLException {
        if (!facts.isPooled()) {
            return Diagnosis.ok("pooler", "nothing stands between here and the server");
        }
        return Pooler.lendsTransactions(connection, address, ConnectOptions.named(application))
                ? Diagnosis.error(
                        "pooler",
                        "%s is a pooler in transaction mode, on which the lock cannot be held"
                                .formatted(address.servers()),
                        "use the pooler's session port (Supabase: 5432 instead of 6543), or the server's own address")
                : Diagnosis.ok("pooler", "a pooler stands between here and the server, and lends whole sessions");
    }

    private List<Diagnosis> database() throws SQLException {
        Instant before = Instant.now();
        DatabaseFacts database = reader.database();
        Instant after = Instant.now();
        List<Diagnosis> found = new ArrayList<>();
        found.add(clock(database.clock(), before, after));
        found.add(
                "UTF8".equals(facts.encoding())
                        ? Diagnosis.ok("encoding", "UTF-8")
                        : Diagnosis.warning(
                                "encoding",
                                "the database is in %s, which does not have all letters".formatted(facts.encoding()),
                                "keep to the letters that it has, or move to a database in UTF-8"));
        found.add(Diagnosis.ok(
                "size",
                database.bytes() == null
                        ? "the role may not know the database's size"
                        : "the database has " + Amounts.bytes(database.bytes())));
        found.add(connections(database));
        return found;
    }

    private static Diagnosis clock(Instant server, Instant before, Instant after) {
        Duration early = Duration.between(server, before);
        Duration late = Duration.between(after, server);
        Duration apart = early.compareTo(late) > 0 ? early : late;
        return apart.compareTo(CLOCK_TOLERANCE) > 0
                ? Diagnosis.warning(
                        "clock",
                        "the server's clock is %d s %s"
                                .formatted(apart.toSeconds(), apart.equals(early) ? "behind" : "ahead"),
                        "set both clocks by a time server: the history has the server's time, logs here have this one's")
                : Diagnosis.ok("clock", "the server's clock agrees with this machine's");
    }

    private static Diagnosis connections(DatabaseFacts database) {
        String message =
                "%d of %d connections are in use".formatted(database.connections(), database.mostConnections());
        return (long) database.connections() * PERCENT >= (long) database.mostConnections() * FULL_PERCENT
                ? Diagnosis.warning("connections", message, "an upgrade needs two: let idle clients disconnect")
                : Diagnosis.ok("connections", message);
    }

    private List<Diagnosis> settings() throws SQLException {
        return reader.settings().stream().map(ServerCheck::setting).toList();
    }

    private static Diagnosis setting(ServerSetting setting) {
        String message = "%s is %s (%s)".formatted(setting.name(), shown(setting), setting.source());
        Duration time = setting.time();
        boolean isSet = time != null && !time.isZero();
        return switch (setting.name()) {
            case "lock_timeout", "statement_timeout" -> Diagnosis.ok("setting", message + "; schemactl sets its own");
            case "transaction_timeout" ->
                isSet
                        ? Diagnosis.warning(
                                "setting",
                                message + ": it ends change sets that take longer",
                                "ALTER ROLE … SET transaction_timeout = 0 for the role that migrates")
                        : Diagnosis.ok("setting", message);
            case "idle_in_transaction_session_timeout", "idle_session_timeout" ->
                isSet && time != null && time.compareTo(SHORT) < 0
                        ? Diagnosis.warning(
                                "setting",
                                message + ": it may end an upgrade that waits",
                                "ALTER ROLE … SET %s = '1min' for the role that migrates".formatted(setting.name()))
                        : Diagnosis.ok("setting", message);
            default -> Diagnosis.ok("setting", message);
        };
    }

    private static String shown(ServerSetting setting) {
        return setting.value().isEmpty() ? "empty" : setting.value();
    }
}
