package io.schemactl.task;

import io.schemactl.config.Secret;
import io.schemactl.db.EmbeddedAddress;
import io.schemactl.db.HostPort;
import io.schemactl.db.ServerAddress;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.shadow.EmbeddedServer;
import io.schemactl.shadow.EmbeddedServers;
import java.util.List;
import java.util.Map;

/** Starts the embedded server for a target that names it. */
final class EmbeddedTarget {

    private EmbeddedTarget() {}

    static EmbeddedServer start(TaskContext context, EmbeddedAddress address) {
        if (address.name().isEmpty()) {
            throw new ProblemException(Problem.of(ProblemCode.SETTINGS, "the URL `embedded:` names no database")
                    .fix("write embedded:NAME"));
        }
        int version = address.version() == null ? EmbeddedServers.DEFAULT_VERSION : address.version();
        var archives =
                EmbeddedServers.defaultArchiveFolders(context.environment().home());
        try (var steps = new SlowSteps(context.listener()::says)) {
            return new EmbeddedServers(context.settings().dataDirectory(), archives, steps).start(version);
        }
    }

    static ServerAddress address(EmbeddedServer server, String database) {
        return new ServerAddress(
                List.of(new HostPort(server.host(), server.port())),
                database,
                server.user(),
                new Secret(server.password()),
                Map.of());
    }
}
