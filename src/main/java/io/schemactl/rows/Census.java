package io.schemactl.rows;

import io.schemactl.catalog.Table;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which tables had no rows before any were generated. */
final class Census {

    private static final int AT_ONCE = 200;

    private final List<Table> empty = new ArrayList<>();
    private final List<QualifiedName> filled = new ArrayList<>();

    Census(TableFiller filler, Attempts attempts, List<Table> tables) throws SQLException {
        for (int start = 0; start < tables.size(); start += AT_ONCE) {
            List<Table> some = tables.subList(start, Math.min(tables.size(), start + AT_ONCE));
            Set<Integer> withRows = withRows(filler, attempts, some);
            for (int i = 0; i < some.size(); i++) {
                if (withRows.contains(i)) {
                    filled.add(some.get(i).name());
                } else {
                    empty.add(some.get(i));
                }
            }
        }
    }

    private static Set<Integer> withRows(TableFiller filler, Attempts attempts, List<Table> tables)
            throws SQLException {
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            for (QualifiedName holder : filler.holders(tables.get(i))) {
                questions.add("SELECT %d WHERE EXISTS (SELECT FROM ONLY %s)".formatted(i, holder.quoted()));
            }
        }
        Set<Integer> found = new HashSet<>();
        if (questions.isEmpty()) {
            return found;
        }
        var together = attempts.query(String.join(" UNION ALL ", questions), row -> row.getInt(1));
        if (together.isPresent()) {
            found.addAll(together.get());
            return found;
        }
        // One that cannot be read spoils the answer for all; it counts as empty, and inserting will say what is wrong
        // with it.
        for (String question : questions) {
            attempts.query(question, row -> row.getInt(1)).ifPresent(found::addAll);
        }
        return found;
    }

    /** The tables without rows, in their order. */
    List<Table> empty() {
        return empty;
    }

    /** The tables with rows. */
    List<QualifiedName> filled() {
        return filled;
    }
}
