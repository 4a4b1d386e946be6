package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A row to be inserted, whose parts can be drawn again until the server takes it. */
final class Draft {

    private final TableShape shape;
    private final List<GroupSearch> searches;
    private final List<Tuple> tuples = new ArrayList<>();

    /**
     * Drafts a row.
     *
     * @param searches where the values for each of the shape's groups come from
     */
    Draft(TableShape shape, List<GroupSearch> searches) throws SQLException {
        this.shape = shape;
        this.searches = List.copyOf(searches);
        for (GroupSearch search : searches) {
            tuples.add(search.next());
        }
    }

    /** Draws columns again, and those that depend on them; all if none of the columns is drawn. */
    void drawAgain(Collection<Identifier> columns) throws SQLException {
        List<Group> groups = shape.groups();
        boolean isKnown = groups.stream().anyMatch(group -> group.isOfOneOf(columns));
        for (int i = 0; i < groups.size(); i++) {
            if (!isKnown || groups.get(i).isOfOneOf(columns)) {
                tuples.set(i, searches.get(i).next());
            }
        }
    }

    /** Why there can be no such row. */
    Optional<String> findObstacle() {
        for (Tuple tuple : tuples) {
            if (tuple.obstacle() != null) {
                return Optional.of(tuple.obstacle());
            }
        }
        return Optional.empty();
    }

    /** The row as an INSERT. */
    String insert() {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        boolean overrides = false;
        for (int i = 0; i < tuples.size(); i++) {
            for (ColumnPlan column : shape.groups().get(i).columns()) {
                Cell cell = tuples.get(i).cells().getOrDefault(column.name(), Cell.DEFAULT);
                names.add(column.name().quoted());
                values.add(cell.sql());
                overrides |= cell.isValue() && column.supply() == ColumnPlan.Supply.IDENTITY;
            }
        }
        String into = "INSERT INTO " + shape.table().quoted();
        return names.isEmpty()
                ? into + " DEFAULT VALUES"
                : "%s (%s)%s VALUES (%s)"
                        .formatted(
                                into,
                                String.join(", ", names),
                                overrides ? " OVERRIDING SYSTEM VALUE" : "",
                                String.join(", ", values));
    }
}
