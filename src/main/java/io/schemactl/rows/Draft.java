package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row to be inserted, whose parts can be drawn again until the server takes it. */
final class Draft {

    private final TableShape shape;
    private final Map<Group, GroupSearch> searches;
    private final Map<Group, Tuple> tuples = new LinkedHashMap<>();

    Draft(TableShape shape, Map<Group, GroupSearch> searches) throws SQLException {
        this.shape = shape;
        this.searches = searches;
        for (Group group : shape.groups()) {
            draw(group);
        }
    }

    private void draw(Group group) throws SQLException {
        GroupSearch search = searches.get(group);
        if (search != null) {
            tuples.put(group, search.next());
        }
    }

    /** Draws columns again, and those that depend on them; all if none of the columns is drawn. */
    void drawAgain(Collection<Identifier> columns) throws SQLException {
        List<Group> chosen = shape.groups().stream()
                .filter(group -> group.isOfOneOf(columns))
                .toList();
        for (Group group : chosen.isEmpty() ? shape.groups() : chosen) {
            draw(group);
        }
    }

    /** Why there can be no such row. */
    Optional<String> findObstacle() {
        return tuples.values().stream()
                .map(Tuple::obstacle)
                .flatMap(Draft::present)
                .findFirst();
    }

    private static java.util.stream.Stream<String> present(@Nullable String obstacle) {
        return java.util.stream.Stream.ofNullable(obstacle);
    }

    /** The row as an INSERT. */
    String insert() {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        boolean overrides = false;
        for (Map.Entry<Group, Tuple> entry : tuples.entrySet()) {
            for (ColumnPlan column : entry.getKey().columns()) {
                Cell cell = entry.getValue().cells().getOrDefault(column.name(), Cell.DEFAULT);
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
