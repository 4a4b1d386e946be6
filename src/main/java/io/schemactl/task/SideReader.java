package io.schemactl.task;

import io.schemactl.catalog.Reading;
import io.schemactl.catalog.read.CatalogSession;
import io.schemactl.catalog.read.Scope;
import io.schemactl.db.ServerFacts;
import io.schemactl.db.WorkConnection;
import io.schemactl.engine.OwnTables;
import io.schemactl.task.SideReport.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads the catalog of a connected database as a side, without the tables that are the tool's own. */
final class SideReader {

    private final CatalogFilter filter;

    SideReader(CatalogFilter filter) {
        this.filter = filter;
    }

    /**
     * What is to be said of a side before it is read.
     *
     * @param kind what it is
     * @param name what reports call it
     * @param database the address, of a database that was there
     * @param file the file or folder that it comes from
     * @param story the story up to which it goes
     */
    record Origin(
            Kind kind,
            String name,
            @Nullable String database,
            @Nullable Path file,
            @Nullable String story) {

        Side side(Reading reading, String serverVersion) {
            var unseen = reading.unseen().stream()
                    .map(object -> object.kind() + " " + object.identity())
                    .toList();
            int objects = reading.catalog().objects().size();
            return new Side(new SideReport(kind, name, database, file, story, serverVersion, objects, unseen), reading);
        }
    }

    Side read(WorkConnection connection, Origin origin) throws SQLException {
        ServerFacts facts = ServerFacts.read(connection.driverConnection());
        Scope scope = filter.narrow(new Scope(OwnTables.find(connection)));
        try (CatalogSession session = CatalogSession.open(connection.driverConnection())) {
            return origin.side(
                    session.readAll(scope), "%d.%d".formatted(facts.version() / 10_000, facts.version() % 10_000));
        }
    }

    /** A side that was read from a file, as far as it counts. */
    Side filtered(Reading whole, Origin origin) {
        return origin.side(whole, Integer.toString(whole.majorVersion())).only(filter);
    }
}
