package io.schemactl.task;

import io.schemactl.problem.ProblemException;
import io.schemactl.task.SidesReader.Sides;

/**
 * Makes sides from servers of different major versions comparable: the older one is built again on a server of the newer version, which
 * then prints both.
 */
final class VersionGap {

    private final TaskContext context;
    private final ShadowServers servers;

    VersionGap(TaskContext context, ShadowServers servers) {
        this.context = context;
        this.servers = servers;
    }

    /** Sides of one version; the same ones with a warning if the older one cannot be built again. */
    Sides bridge(Sides sides, DiffRequest request) {
        int from = sides.from().reading().majorVersion();
        int to = sides.to().reading().majorVersion();
        return from < to
                ? new Sides(newer(sides.from(), to, request), sides.to())
                : new Sides(sides.from(), newer(sides.to(), from, request));
    }

    private Side newer(Side older, int majorVersion, DiffRequest request) {
        try (Copy copy = Copy.of(older.reading(), majorVersion, context, servers.shadows())) {
            return new Side(older.about(), copy.read()).only(request.filter());
        } catch (ProblemException e) {
            context.listener()
                    .says(
                            "warning: what only differs between PostgreSQL %d and %d is listed too, because %s could not be built on %2$d: %s"
                                    .formatted(
                                            older.reading().majorVersion(),
                                            majorVersion,
                                            older.about().name(),
                                            reason(e)));
            return older;
        }
    }

    private static String reason(ProblemException e) {
        return e.problem().server() == null
                ? e.problem().message()
                : e.problem().server().text();
    }
}
