package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.db.ConnectOptions;
import io.schemactl.db.Connector;
import io.schemactl.db.ServerAddress;
import io.schemactl.db.ServerErrors;
import io.schemactl.db.SessionSettings;
import io.schemactl.db.WorkConnection;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.engine.changelog.ChangelogSource;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.shadow.ShadowDatabase;
import io.schemactl.shadow.Shadows;
import io.schemactl.shadow.TemplateKey;
import io.schemactl.sql.Identifier;
import io.schemactl.task.SideReport.Kind;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
        ChangelogSource source = Session.check(target);
        var key = new ReplayKey(target, scope, around);
        Optional<TemplateKey> before = key.find(source);
        try (ShadowDatabase shadow = shadows.toRead(before.orElse(null), around.majorVersion(), empty -> {
            replay(empty, target, scope, around);
            // Somebody may have edited a file meanwhile.
            return before.isPresent() && before.equals(key.find(source));
        })) {
            return read(shadow.address(), target, reader);
        }
    }

    private void replay(ShadowDatabase shadow, Target target, UpgradeScope scope, Surroundings around) {
        rehearse(shadow, target, around, rehearsal -> {
            rehearsal.upgrade(scope, new SilentListener());
            return true;
        });
        if (!around.searchPath().isEmpty()) {
            setSearchPath(shadow.address(), List.of());
        }
    }

    /** Work with a changelog on a shadow. */
    @FunctionalInterface
    interface Work<T> {
        T apply(Rehearsal rehearsal) throws SQLException;
    }

    /**
     * Does something with a target's changelog on a shadow, which is dropped afterwards.
     *
     * @param around what the changelog finds when it begins
     */
    <T> T rehearse(Target target, Surroundings around, Work<T> work) {
        Session.check(target);
        try (ShadowDatabase shadow = shadows.create(around.majorVersion())) {
            return rehearse(shadow, target, around, work);
        }
    }

    private <T> T rehearse(ShadowDatabase shadow, Target target, Surroundings around, Work<T> work) {
        prepare(shadow.address(), target, around);
        var silent = new TaskContext(
                context.settings(),
                context.environment(),
                context.interruption(),
                new SilentListener(),
                context.application());
        return Session.on(
                silent, target, shadow.address(), session -> work.apply(new Rehearsal(silent, session, shadow)));
    }

    /** Reads what will perhaps become a template, so nothing may be written. */
    private <T> T read(ServerAddress address, Target target, Reader<T> reader) {
        try (var connection = new WorkConnection(
                Connector.connect(address, ConnectOptions.named(context.application())),
                context.interruption(),
                notice -> {})) {
            connection.execute("SET default_transaction_read_only = on");
            if (target.defaultSchema() != null) {
                connection.execute(SessionSettings.searchPath(target.defaultSchema()));
            }
            return reader.read(connection);
        } catch (SQLException e) {
            throw context.interruption().isRequested()
                    ? new ProblemException(
                            Problem.of(ProblemCode.INTERRUPTED, "interrupted").state("only a shadow was changed"), e)
                    : new ProblemException(ServerErrors.problem(e, address).about("the shadow database " + address), e);
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
        if (!schemas.isEmpty()) {
            run(
                    address,
                    schemas.stream()
                            .map(schema -> "CREATE SCHEMA IF NOT EXISTS " + schema.quoted())
                            .toList());
        }
        if (!around.searchPath().isEmpty()) {
            setSearchPath(address, around.searchPath());
        }
    }

    /** Of this role only, so that it can be told from what the changelog sets the database to; none takes it back. */
    private void setSearchPath(ServerAddress address, List<Identifier> path) {
        String change = path.isEmpty()
                ? "RESET search_path"
                : path.stream().map(Identifier::quoted).collect(Collectors.joining(", ", "SET search_path = ", ""));
        String database = new Identifier(address.database()).quoted();
        run(address, List.of("ALTER ROLE CURRENT_USER IN DATABASE %s %s".formatted(database, change)));
    }

    private void run(ServerAddress address, List<String> commands) {
        try (var connection = new WorkConnection(
                Connector.connect(address, ConnectOptions.named(context.application())),
                context.interruption(),
                notice -> {})) {
            for (String command : commands) {
                connection.execute(command);
            }
        } catch (SQLException e) {
            throw new ProblemException(ServerErrors.problem(e, address).about("the shadow database " + address), e);
        }
    }
}
