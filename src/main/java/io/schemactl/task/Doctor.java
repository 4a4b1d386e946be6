package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.db.ConnectOptions;
import io.schemactl.db.Connector;
import io.schemactl.db.DatabaseAddress;
import io.schemactl.db.DatabaseUrl;
import io.schemactl.db.Databases;
import io.schemactl.db.EmbeddedAddress;
import io.schemactl.db.ServerAddress;
import io.schemactl.db.ServerErrors;
import io.schemactl.db.ServerFacts;
import io.schemactl.db.SessionSettings;
import io.schemactl.db.WorkConnection;
import io.schemactl.live.Figures;
import io.schemactl.live.LiveReader;
import io.schemactl.live.Statistics;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.shadow.EmbeddedServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whether an upgrade could work: the way to the server, the server, the role, what goes on there, the history. */
public final class Doctor {

    private final TaskContext context;
    private final boolean withStatistics;

    /**
     * A task in a context.
     *
     * @param withStatistics whether to read how large the tables are
     */
    public Doctor(TaskContext context, boolean withStatistics) {
        this.context = context;
        this.withStatistics = withStatistics;
    }

    /** Examines a target's database. */
    public DoctorReport run(Target target) {
        long start = System.nanoTime();
        DatabaseAddress wanted = DatabaseUrl.resolve(target, context.environment(), context.listener()::says);
        if (wanted instanceof ServerAddress server) {
            return examine(target, server, server.toString(), start);
        }
        try (EmbeddedServer embedded = EmbeddedTarget.start(context, (EmbeddedAddress) wanted)) {
            ServerAddress server = EmbeddedTarget.address(embedded, ((EmbeddedAddress) wanted).name());
            Databases.createIfAbsent(server.withDatabase("postgres"), server.database());
            return examine(target, server, "embedded:" + server.database(), start);
        }
    }

    /** What was found out about a server. */
    private record Found(@Nullable String version, @Nullable Statistics statistics) {}

    private DoctorReport examine(Target target, ServerAddress address, String shown, long start) {
        var consultation = new Consultation();
        Found found = null;
        try (WorkConnection connection = connect(address, consultation)) {
            found = examine(target, address, connection, consultation);
        } catch (ProblemException e) {
            requireOrdinary(e);
            if (consultation.diagnoses().isEmpty()) {
                new ReachCheck(consultation).probe(address);
                consultation.add("login", e.problem());
            } else {
                consultation.add("server", e.problem());
                found = new Found(null, null);
            }
        } catch (SQLException e) {
            consultation.add("connection", ServerErrors.problem(e, address));
        }
        return new DoctorReport(
                target.name(),
                shown,
                found == null ? null : found.version(),
                found != null,
                consultation.diagnoses(),
                found == null ? null : found.statistics(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static void requireOrdinary(ProblemException e) {
        ProblemCode code = e.problem().code();
        if (code == ProblemCode.INTERRUPTED || code == ProblemCode.INTERNAL) {
            throw e;
        }
    }

    private WorkConnection connect(ServerAddress address, Consultation consultation) throws SQLException {
        long start = System.nanoTime();
        var connection = new WorkConnection(
                Connector.connect(address, ConnectOptions.named(context.application())),
                context.interruption(),
                notice -> context.listener().says("server: " + notice));
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        consultation.add(Diagnosis.ok("connection", "connected and logged in within %d ms".formatted(took)));
        return connection;
    }

    private Found examine(Target target, ServerAddress address, WorkConnection connection, Consultation consultation)
            throws SQLException {
        ServerFacts facts = ServerFacts.read(connection.driverConnection());
        String version = "%d.%d".formatted(facts.version() / 10_000, facts.version() % 10_000);
        new ServerCheck(address, connection, facts, context.application()).run(consultation);
        if (target.defaultSchema() != null) {
            connection.execute(SessionSettings.searchPath(target.defaultSchema()));
        }
        var history = new HistoryCheck(target, connection, facts);
        history.run(consultation);
        new ActivityCheck(connection).run(consultation);
        return new Found(version, statistics(version, history, connection, consultation));
    }

    private @Nullable Statistics statistics(
            String version, HistoryCheck history, WorkConnection connection, Consultation consultation)
            throws SQLException {
        if (!withStatistics) {
            return null;
        }
        Optional<List<Statistics.Applied>> applied = history.findApplied();
        if (applied.isEmpty()) {
            consultation.add(
                    "statistics",
                    Problem.of(
                                    ProblemCode.STATISTICS,
                                    "no statistics were written, because the history could not be read")
                            .fix("mend what is said about the changelog first"));
            return null;
        }
        List<String> notes = new ArrayList<>();
        Figures figures = new LiveReader(connection).figures(notes);
        notes.forEach(note -> context.listener().says("warning: " + note));
        return new Statistics(version, figures, applied.get());
    }
}
