package io.schemactl.catalog.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemactl.sql.Literal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * Has the server parse and plan queries, without executing them; see
 * <a href="https://www.postgresql.org/docs/current/sql-explain.html">EXPLAIN</a>.
 */
final class Explainer {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Tables that a view's query refers to are locked for reading; whoever holds them is not waited for long. */
    private static final String LOCK_TIMEOUT = "2s";

    private final Connection connection;
    private final String searchPath;

    /**
     * An explainer that works in the connection's transaction.
     *
     * @param searchPath a list of schemas in which unqualified names are looked up
     */
    Explainer(Connection connection, String searchPath) {
        this.connection = connection;
        this.searchPath = searchPath;
    }

    /**
     * The plan of a query.
     *
     * @throws SQLException if the query has no meaning; the transaction goes on as before
     */
    JsonNode plan(String query) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_catalog.set_config('search_path', %s, true), pg_catalog.set_config('lock_timeout', %s, true)"
                            .formatted(Literal.of(searchPath), Literal.of(LOCK_TIMEOUT)));
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery("EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) " + query)) {
                row.next();
                return JSON.readTree(row.getString(1)).path(0).path("Plan");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("EXPLAIN does not answer in JSON", e);
        } finally {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        }
    }
}
