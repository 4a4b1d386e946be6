package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Dependencies;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.read.CatalogSession;
import io.schemactl.catalog.read.Scope;
import io.schemactl.db.ServerFacts;
import io.schemactl.db.WorkConnection;
import io.schemactl.engine.OwnTables;
import io.schemactl.task.SideReport.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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

        SideReport report(String serverVersion, int objects, List<String> unseen) {
            return new SideReport(kind, name, database, file, story, serverVersion, objects, unseen);
        }
    }

    Side read(WorkConnection connection, Origin origin) throws SQLException {
        ServerFacts facts = ServerFacts.read(connection.driverConnection());
        var scope = new Scope(OwnTables.find(connection));
        try (CatalogSession session = CatalogSession.open(connection.driverConnection())) {
            return side(new Reading(session.read(scope), Dependencies.none(), facts.major()), facts, origin);
        }
    }

    private Side side(Reading whole, ServerFacts facts, Origin origin) {
        Catalog catalog = filter.apply(whole.catalog());
        String version = "%d.%d".formatted(facts.version() / 10_000, facts.version() % 10_000);
        return new Side(
                origin.report(version, catalog.objects().size(), List.of()),
                new Reading(catalog, whole.dependencies(), whole.majorVersion()));
    }
}
