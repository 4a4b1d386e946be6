package io.schemactl.catalog.read;

import java.sql.SQLException;
import java.util.List;

/**
 * A row of {@code dependencies.sql}: what PostgreSQL says of one thing needing another.
 *
 * @param from what needs
 * @param to what is needed
 * @param type the sort of dependency, such as {@code i} for the inside of something
 */
record Link(Address from, Address to, char type) {

    static final Query<Link> QUERY = new Query<>("dependencies", List.of(18), Link::map);

    private static Link map(Row row) throws SQLException {
        return new Link(
                Address.in(row),
                new Address(row.number("refclassid"), row.number("refobjid"), (int) row.number("refobjsubid")),
                row.text("type").charAt(0));
    }
}
