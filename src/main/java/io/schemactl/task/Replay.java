package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.db.ConnectOptions;
import io.schemactl.db.Connector;
import io.schemactl.db.Observer;
import io.schemactl.db.ServerAddress;
import io.schemactl.db.ServerErrors;
import io.schemactl.db.WorkConnection;
import io.schemactl.engine.Migration;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.shadow.ShadowDatabase;
import io.schemactl.shadow.Shadows;
import io.schemactl.sql.Identifier;
import io.schemactl.task.SideReport.Kind;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what a changelog says: replays it on a shadow, and reads that. */
final class Replay {

    private final TaskContext context;
    private final Shadows shadows;

    Replay(TaskContext context, Shadows shadows) {
        this.context = context;
        this.shadows = shadows;
    }

    /**
     * What a target's changelog says.
     *
     * @param around what the changelog finds when it begins
     */
    Side read(SideSpec.Replay wanted, Surroundings around, SideReader reader) {
        return read(
                wanted.target(),
                UpgradeScope.upTo(wanted.story()),
                around,
                connection -> reader.read(connection, origin(wanted)));
    }

    /** Reads a shadow after a replay. */
    @FunctionalInterface
    interface Reader<T> {
        T read(WorkConnection connection) throws SQLException;
    }

    /**
     * What a part of a target's changelog makes of an empty database.
     *
     * @param scope which part
     * @param around what the changelog finds when it begins
     */
    <T> T read(Target target, UpgradeScope scope, Surroundings around, Reader<T> reader) {
        Session.check(target);
        try (ShadowDatabase shadow = shadows.create(around.majorVersion())) {
            prepare(shadow.address(), target, around);
            var silent = new TaskContext(
                    context.settings(),
                    context.environment(),
                    context.interruption(),
                    new SilentListener(),
                    context.application());
            return Session.on(silent, target, shadow.address(), session -> {
                upgrade(session, silent, scope, new ShadowGaps(shadow, session.connection()));
                return reader.read(session.connection());
            });
        }
    }

    private static SideReader.Origin origin(SideSpec.Replay wanted) {
        Target target = wanted.target();
        return new SideReader.Origin(Kind.CHANGELOG, target.name(), null, target.changelog(), wanted.story());
    }

    /** Makes what was there before the changelog: schemas that the settings or the live database name, and the search path. */
    private void prepare(ServerAddress address, Target target, Surroundings around) {
        Set<Identifier> schemas = new LinkedHashSet<>(around.schemas());
        Stream.of(target.defaultSchema(), target.historySchema())
                .flatMap(Stream::ofNullable)
                .map(Identifier::new)
                .forEach(schemas::add);
        if (schemas.isEmpty() && around.searchPath().isEmpty()) {
            return;
        }
        try (var connection = new WorkConnection(
                Connector.connect(address, ConnectOptions.named(context.application())),
                context.interruption(),
                notice -> {})) {
            for (Identifier schema : schemas) {
                connection.execute("CREATE SCHEMA IF NOT EXISTS " + schema.quoted());
            }
            if (!around.searchPath().isEmpty()) {
                connection.execute("ALTER DATABASE %s SET search_path = %s"
                        .formatted(
                                new Identifier(address.database()).quoted(),
                                around.searchPath().stream()
                                        .map(Identifier::quoted)
                                        .collect(Collectors.joining(", "))));
            }
        } catch (SQLException e) {
            throw new ProblemException(ServerErrors.problem(e, address).about("the shadow database " + address), e);
        }
    }

    private void upgrade(Session session, TaskContext silent, UpgradeScope scope, ShadowGaps gaps) throws SQLException {
        session.lock();
        while (true) {
            try {
                upgradeOnce(session, silent, scope);
                return;
            } catch (ProblemException e) {
                if (!gaps.fill(e.problem().server())) {
                    throw new ProblemException(explained(e.problem()), e);
                }
            }
        }
    }

    private static void upgradeOnce(Session session, TaskContext silent, UpgradeScope scope) throws SQLException {
        Migration migration = session.migration();
        try (Observer observer = session.observer()) {
            migration.run(
                    "upgrade",
                    migration.planUpgrade(scope),
                    silent.runOptions(session.target()),
                    observer,
                    silent.listener());
        }
    }

    private static Problem explained(Problem problem) {
        if (problem.code() == ProblemCode.INTERRUPTED || problem.code() == ProblemCode.USAGE) {
            return problem.state("only a shadow was changed");
        }
        return ShadowGaps.explain(problem)
                .orElseGet(() -> problem.state("the changelog was replayed on a shadow; nothing else was changed")
                        .fix("mend the change set, so that the changelog runs on an empty database"));
    }
}
