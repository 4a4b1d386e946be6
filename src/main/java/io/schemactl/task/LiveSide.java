package io.schemactl.task;

import io.schemactl.db.ConnectOptions;
import io.schemactl.db.Connector;
import io.schemactl.db.DatabaseAddress;
import io.schemactl.db.DatabaseUrl;
import io.schemactl.db.Databases;
import io.schemactl.db.EmbeddedAddress;
import io.schemactl.db.Passwords;
import io.schemactl.db.ServerAddress;
import io.schemactl.db.ServerErrors;
import io.schemactl.db.ServerFacts;
import io.schemactl.db.SessionSettings;
import io.schemactl.db.WorkConnection;
import io.schemactl.engine.OwnTables;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.shadow.EmbeddedServer;
import io.schemactl.task.SideReport.Kind;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A database as it is, read.
 *
 * @param side what it is
 * @param around what its changelog found in it
 * @param identity what no other database has, as long as its server runs
 */
record LiveSide(Side side, Surroundings around, String identity) {

    private static final String IDENTITY = """
            SELECT pg_catalog.pg_postmaster_start_time() || ' ' || d.oid
              FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database()
            """;

    /** Reads a target's database; its changelog is not looked at. */
    static LiveSide of(TaskContext context, SideSpec.Live wanted, SideReader reader) {
        var target = wanted.target();
        DatabaseAddress address = DatabaseUrl.resolve(target, context.environment(), context.listener()::says);
        return of(context, address, new Opening(target.name(), target.defaultSchema()), reader);
    }

    /** Reads a database that is no target. */
    static LiveSide of(TaskContext context, SideSpec.Address wanted, SideReader reader) {
        DatabaseAddress address = DatabaseUrl.parse(wanted.url().reveal(), context.environment());
        DatabaseAddress complete = address instanceof ServerAddress server
                ? Passwords.complete(server, null, context.environment(), context.listener()::says)
                : address;
        return of(context, complete, new Opening(null, null), reader);
    }

    private record Opening(@Nullable String name, @Nullable String defaultSchema) {}

    private static LiveSide of(TaskContext context, DatabaseAddress wanted, Opening opening, SideReader reader) {
        if (wanted instanceof ServerAddress server) {
            return of(context, server, server.toString(), opening, reader);
        }
        var named = (EmbeddedAddress) wanted;
        try (EmbeddedServer embedded = EmbeddedTarget.start(context, named)) {
            ServerAddress server = EmbeddedTarget.address(embedded, named.name());
            Databases.createIfAbsent(server.withDatabase("postgres"), server.database());
            return of(context, server, named.toString(), opening, reader);
        }
    }

    private static LiveSide of(
            TaskContext context, ServerAddress address, String shown, Opening opening, SideReader reader) {
        var origin = new SideReader.Origin(
                Kind.DATABASE, opening.name() == null ? shown : opening.name(), shown, null, null);
        try (var connection = new WorkConnection(
                Connector.connect(address, ConnectOptions.named(context.application())),
                context.interruption(),
                notice -> {})) {
            if (opening.defaultSchema() != null) {
                connection.execute(SessionSettings.searchPath(opening.defaultSchema()));
            }
            ServerFacts facts = ServerFacts.read(connection.driverConnection());
            facts.findWarning().ifPresent(warning -> context.listener().says("warning: " + warning));
            var around = Surroundings.of(connection, facts.major(), OwnTables.find(connection));
            String identity = String.join("", connection.queryTexts(IDENTITY));
            return new LiveSide(reader.read(connection, origin), around, identity);
        } catch (SQLException e) {
            throw context.interruption().isRequested()
                    ? new ProblemException(Problem.of(ProblemCode.INTERRUPTED, "interrupted"), e)
                    : new ProblemException(ServerErrors.problem(e, address), e);
        }
    }
}
