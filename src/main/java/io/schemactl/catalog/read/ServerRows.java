package io.schemactl.catalog.read;

import io.schemactl.catalog.Server;
import java.sql.SQLException;

/** Rows of {@code servers.sql}. */
final class ServerRows {

    static final Query<Server> QUERY = Query.of("servers", ServerRows::map);

    private ServerRows() {}

    private static Server map(Row row) throws SQLException {
        return new Server(
                row.identifier("name"),
                row.identifier("wrapper"),
                row.findText("type"),
                row.findText("version"),
                row.options("options"),
                row.attributes());
    }
}
