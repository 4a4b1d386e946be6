package io.schemactl.catalog.read;

import io.schemactl.catalog.Statistics;
import java.sql.SQLException;

/** Rows of {@code statistics.sql}. */
final class StatisticsRows {

    static final Query<Statistics> QUERY = Query.of("statistics", StatisticsRows::map);

    private StatisticsRows() {}

    private static Statistics map(Row row) throws SQLException {
        return new Statistics(
                row.name("schema", "name"),
                row.name("relationSchema", "relation"),
                row.list("types").stream().map(Statistics.Type::valueOf).toList(),
                row.identifiers("columns"),
                row.expressions("expressions"),
                row.findNumber("target"),
                row.attributes());
    }
}
