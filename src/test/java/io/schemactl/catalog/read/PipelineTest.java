package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PipelineTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesTheRowsOfEachQuery(boolean large) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase();
                Connection connection = database.connect();
                var pipeline = Pipeline.of(
                        connection,
                        18,
                        large,
                        List.of(Coverage.LONERS, SchemaRows.QUERY, CatalogReader.DATABASE_OWNER))) {
            assertEquals(0, (int) pipeline.take(Coverage.LONERS, PipelineTest::count));
            assertEquals(1, (int) pipeline.take(SchemaRows.QUERY, PipelineTest::count));
            assertEquals(1, (int) pipeline.take(CatalogReader.DATABASE_OWNER, PipelineTest::count));
        }
    }

    @Test
    void refusesAnotherOrder() throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase();
                Connection connection = database.connect();
                var pipeline = Pipeline.of(connection, 18, true, List.of(Coverage.LONERS, SchemaRows.QUERY))) {
            assertThrows(IllegalStateException.class, () -> pipeline.take(SchemaRows.QUERY, PipelineTest::count));
        }
    }

    @Test
    void givesTheServersOwnFailure() throws SQLException {
        Query<String> wantsParameters = Query.of("identities", row -> row.text("kind"));
        try (TestDatabase database = TestServers.freshDatabase();
                Connection connection = database.connect();
                var pipeline = Pipeline.of(connection, 18, true, List.of(wantsParameters, SchemaRows.QUERY))) {
            SQLException failure =
                    assertThrows(SQLException.class, () -> pipeline.take(wantsParameters, PipelineTest::count));
            assertEquals("42601", failure.getSQLState());
        }
    }

    @Test
    void leavesTheConnectionToOthersAfterwards() throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase();
                Connection connection = database.connect()) {
            Pipeline.of(connection, 18, true, Asked.ofReading(18)).close();
            assertTrue(connection.isValid(5));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void countsOnlyWhatIsAsked(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major);
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Census.QUERY.text(major))) {
            Set<String> asked = new TreeSet<>(
                    Asked.ofReading(major).stream().map(Query::file).toList());
            while (rows.next()) {
                assertTrue(asked.contains(rows.getString("file")), rows.getString("file"));
            }
        }
    }

    private static int count(ResultSet rows) throws SQLException {
        int count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }
}
