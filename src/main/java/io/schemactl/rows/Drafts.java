package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;

/** Drafts rows of tables. */
final class Drafts {

    private final Drawing drawing;
    private final Judge judge;
    private final Random random;

    /** Searches that several rows can take values from, as these depend on nothing that changes. */
    private final IdentityHashMap<Group, Map<Mode, GroupSearch>> searches = new IdentityHashMap<>();

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
        var chosen = new ArrayList<GroupSearch>();
        for (Group group : shape.groups()) {
            boolean isLasting = group.keys().isEmpty() && forced.isEmpty() && more.equals(Hints.NONE);
            Map<Mode, GroupSearch> known = isLasting
                    ? searches.computeIfAbsent(group, key -> new EnumMap<>(Mode.class))
                    : new EnumMap<>(Mode.class);
            Mode effective = group.hasChoice() ? mode : Mode.FILLED;
            GroupSearch search = known.get(effective);
            if (search == null) {
                var order = new Drawing.Order(group, effective, forced, drawing.suggestions(group, more));
                search = new GroupSearch(shape, drawing, judge, random, order);
                known.put(effective, search);
            }
            chosen.add(search);
        }
        return new Draft(shape, chosen);
    }
}
