package io.schemactl.engine;

import io.schemactl.db.WorkConnection;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says early, and in words, that a schema which the settings name is not there. */
final class Schemas {

    private final WorkConnection connection;

    Schemas(WorkConnection connection) {
        this.connection = connection;
    }

    /**
     * Refuses a schema that is not there.
     *
     * @param schema the schema; null is not refused
     * @param setting the setting that names it
     */
    void require(@Nullable String schema, String setting) throws SQLException {
        if (schema == null) {
            return;
        }
        List<String> schemas = connection.query(
                "SELECT nspname FROM pg_catalog.pg_namespace ORDER BY nspname", row -> row.getString(1));
        if (!schemas.contains(schema)) {
            throw new ProblemException(Problem.of(
                            ProblemCode.SETTINGS,
                            "schema `%s`, which %s names, does not exist%s"
                                    .formatted(schema, setting, Suggestion.hint(schema, schemas)))
                    .state("nothing was changed")
                    .fix("CREATE SCHEMA %s, or correct the setting".formatted(new Identifier(schema).display())));
        }
    }

    /** The schema of the history: the one that is named for it, the default schema, or the first of the search path. */
    String ofHistory(ChangelogRequest request) throws SQLException {
        if (request.historySchema() != null) {
            return request.historySchema();
        }
        if (request.defaultSchema() != null) {
            return request.defaultSchema();
        }
        return connection
                .queryOne("SELECT pg_catalog.current_schema()", row -> row.getString(1))
                .orElseThrow(() -> new ProblemException(Problem.of(
                                ProblemCode.HISTORY,
                                "there is no schema to keep the history in: search_path names none that exists")
                        .state("nothing was changed")
                        .fix("create the schema, or set `history-schema` of the target")));
    }
}
