package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.db.ConnectOptions;
import io.schemactl.db.Connector;
import io.schemactl.db.DatabaseAddress;
import io.schemactl.db.DatabaseUrl;
import io.schemactl.db.Databases;
import io.schemactl.db.EmbeddedAddress;
import io.schemactl.db.Observer;
import io.schemactl.db.Pooler;
import io.schemactl.db.ServerAddress;
import io.schemactl.db.ServerErrors;
import io.schemactl.db.ServerFacts;
import io.schemactl.db.SessionSettings;
import io.schemactl.db.WorkConnection;
import io.schemactl.engine.Changelog;
import io.schemactl.engine.ChangelogRequest;
import io.schemactl.engine.Migration;
import io.schemactl.engine.changelog.ChangelogSource;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.shadow.EmbeddedServer;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target's changelog and database, open for one command. */
final class Session implements AutoCloseable {

    /** What a command does with the database. */
    enum Purpose {
        /** It only reads. */
        READ,
        /** It changes something. */
        WRITE
    }

    /** Work that may fail with the server's error. */
    @FunctionalInterface
    interface Work<T> {
        T apply(Session session) throws SQLException;
    }

    /**
     * A database that a session is opened on.
     *
     * @param address where it is
     * @param embedded the embedded server that holds it; null if it is a server of the user's
     */
    private record Place(ServerAddress address, @Nullable EmbeddedServer embedded) {}

    private final TaskContext context;
    private final Target target;
    private final Place place;
    private final WorkConnection connection;
    private final ServerFacts facts;
    private final Migration migration;

    private Session(TaskContext context, Target target, Place place, Changelog changelog, Purpose purpose)
            throws SQLException {
        this.context = context;
        this.target = target;
        this.place = place;
        this.connection = new WorkConnection(
                Connector.connect(place.address(), ConnectOptions.named(context.application())),
                context.interruption(),
                notice -> context.listener().says("server: " + notice));
        try {
            this.facts = ServerFacts.read(connection.driverConnection());
            facts.findWarning().ifPresent(warning -> context.listener().says("warning: " + warning));
            if (purpose == Purpose.WRITE) {
                refuseUnwritable();
            }
            if (target.defaultSchema() != null) {
                connection.execute(SessionSettings.searchPath(target.defaultSchema()));
            }
            this.migration = Migration.open(changelog, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void refuseUnwritable() {
        facts.findWriteRefusal().ifPresent(refusal -> {
            throw new ProblemException(refusal.about(place.address().toString()).state("nothing was changed"));
        });
        Pooler.refuseTransactionMode(
                connection.driverConnection(), facts, place.address(), ConnectOptions.named(context.application()));
    }

    /**
     * Reads the changelog, connects, does the work, and closes everything.
     *
     * @throws ProblemException if anything of that fails
     */
    static <T> T with(TaskContext context, Target target, Purpose purpose, Work<T> work) {
        requireChangelog(target);
        Changelog changelog = Changelog.load(request(target));
        DatabaseAddress wanted = DatabaseUrl.resolve(target, context.environment(), context.listener()::says);
        if (wanted instanceof ServerAddress server) {
            return with(
                    context,
                    new Place(server, null),
                    place -> new Session(context, target, place, changelog, purpose),
                    work);
        }
        try (EmbeddedServer embedded = EmbeddedTarget.start(context, (EmbeddedAddress) wanted)) {
            ServerAddress server = EmbeddedTarget.address(embedded, ((EmbeddedAddress) wanted).name());
            Databases.createIfAbsent(server.withDatabase("postgres"), server.database());
            return with(
                    context,
                    new Place(server, embedded),
                    place -> new Session(context, target, place, changelog, purpose),
                    work);
        }
    }

    /**
     * The same with a target's changelog on another database than the target's own.
     *
     * @throws ProblemException if anything of that fails
     */
    static <T> T on(TaskContext context, Target target, ServerAddress address, Work<T> work) {
        requireChangelog(target);
        Changelog changelog = Changelog.load(request(target));
        return with(
                context,
                new Place(address, null),
                place -> new Session(context, target, place, changelog, Purpose.WRITE),
                work);
    }

    private static void requireChangelog(Target target) {
        if (!Files.isRegularFile(target.changelog())) {
            throw new ProblemException(
                    Problem.of(ProblemCode.CHANGELOG, "the changelog is not there: " + target.changelog())
                            .about("target " + target.name())
                            .fix("correct the target's `changelog`, or --changelog"));
        }
    }

    private interface Opening {
        Session open(Place place) throws SQLException;
    }

    private static <T> T with(TaskContext context, Place place, Opening opening, Work<T> work) {
        try (Session session = opening.open(place)) {
            return work.apply(session);
        } catch (SQLException e) {
            if (context.interruption().isRequested()) {
                throw new ProblemException(
                        Problem.of(ProblemCode.INTERRUPTED, "interrupted")
                                .state("no change set was running; those that ran before are in the history"),
                        e);
            }
            throw new ProblemException(ServerErrors.problem(e, place.address()), e);
        }
    }

    /** Reads a target's changelog alone, so that what is wrong in it is said before anything is begun. */
    static ChangelogSource check(Target target) {
        requireChangelog(target);
        return Changelog.load(request(target)).source();
    }

    Migration migration() {
        return migration;
    }

    WorkConnection connection() {
        return connection;
    }

    Target target() {
        return target;
    }

    /** What reports say of the database. */
    TargetReport report() {
        return new TargetReport(
                target.name(),
                place.embedded() == null
                        ? place.address().toString()
                        : "embedded:" + place.address().database(),
                "%d.%d".formatted(facts.version() / 10_000, facts.version() % 10_000),
                place.embedded() == null
                        ? null
                        : place.embedded().dataDirectory().toString());
    }

    /** Takes the lock that changing something needs, and says what the stock engine left behind. */
    void lock() throws SQLException {
        migration.lock().take(context.settings().lockWait(), context.listener()::says);
        migration.findStockLock().ifPresent(stockLock -> context.listener().says("warning: " + stockLock.describe()));
    }

    /** Watches the connection for sessions that block it. */
    Observer observer() {
        Duration patience = context.settings().lockTimeout().isZero()
                ? Duration.ofSeconds(1)
                : context.settings().lockTimeout().dividedBy(3);
        Duration delay = patience.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofSeconds(1) : patience;
        return new Observer(
                connection.backend(),
                () -> Connector.connect(place.address(), ConnectOptions.named(context.application() + " observer")),
                delay,
                context.listener()::says,
                context.listener()::progresses);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What to read of a target's changelog, and as what. */
    static ChangelogRequest request(Target target) {
        return new ChangelogRequest(
                target.changelog(),
                target.searchPath(),
                target.parameters(),
                target.contextFilter(),
                target.labelFilter(),
                target.defaultSchema(),
                target.historySchema(),
                target.classPath() == null ? List.of() : List.of(target.classPath()));
    }
}
