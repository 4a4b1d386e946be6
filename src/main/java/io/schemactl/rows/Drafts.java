package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Drafts rows of tables. */
final class Drafts {

    /** What the conditions of a group, and constants found elsewhere, suggest for its columns. */
    private record Asked(Group group, Hints more) {}

    private final Drawing drawing;
    private final Judge judge;
    private final Random random;
    private final Map<Asked, Map<Identifier, List<String>>> suggested = new HashMap<>();

    Drafts(Drawing drawing, Judge judge, Random random) {
        this.drawing = drawing;
        this.judge = judge;
        this.random = random;
    }

    /**
     * A row.
     *
     * @param mode which columns to fill
     * @param forced what some columns must be given
     * @param more constants that may be of use besides those of the table's conditions
     */
    Draft draft(TableShape shape, Mode mode, Map<Identifier, Cell> forced, Hints more) throws SQLException {
        Map<Group, GroupSearch> searches = new LinkedHashMap<>();
        for (Group group : shape.groups()) {
            var order = new Drawing.Order(group, mode, forced, suggestions(new Asked(group, more)));
            searches.put(group, new GroupSearch(shape, drawing, judge, random, order));
        }
        return new Draft(shape, searches);
    }

    private Map<Identifier, List<String>> suggestions(Asked asked) throws SQLException {
        Map<Identifier, List<String>> known = suggested.get(asked);
        if (known == null) {
            known = drawing.suggestions(asked.group(), asked.more());
            suggested.put(asked, known);
        }
        return known;
    }
}
