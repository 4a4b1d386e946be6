package io.schemactl.rows;

import io.schemactl.catalog.ForeignKey;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes rows refer to rows that came after them. */
final class LaterReferences {

    private static final int MOST_ROWS = 6;
    private static final int MOST_KEYS = 10;

    private final References references;
    private final Attempts attempts;

    LaterReferences(References references, Attempts attempts) {
        this.references = references;
        this.attempts = attempts;
    }

    /**
     * Sets a foreign key's columns in every second row.
     *
     * @return why no row refers to any other; empty if one does
     */
    Optional<String> refer(ForeignKey key) throws SQLException {
        references.resume(key);
        List<List<String>> keys = references.to(key);
        if (keys.isEmpty()) {
            return Optional.of("%s has no rows".formatted(key.referenced()));
        }
        List<String> rows = attempts.query(
                        "SELECT 'tableoid = ' || tableoid || ' AND ctid = ''' || ctid || '''' FROM %s ORDER BY tableoid, ctid LIMIT %d"
                                .formatted(key.relation().quoted(), MOST_ROWS),
                        row -> row.getString(1))
                .orElse(List.of());
        String reason = "%s has no rows".formatted(key.relation());
        boolean isDone = false;
        for (int i = 0; i < rows.size(); i += 2) {
            Optional<String> refused = refer(key, rows.get(i), keys);
            isDone |= refused.isEmpty();
            reason = refused.orElse(reason);
        }
        return isDone ? Optional.empty() : Optional.of(reason);
    }

    private Optional<String> refer(ForeignKey key, String row, List<List<String>> keys) throws SQLException {
        Optional<String> refused = Optional.of("no key fits");
        for (List<String> tuple : keys.subList(0, Math.min(MOST_KEYS, keys.size()))) {
            List<Identifier> columns = key.columns();
            var changes = new ArrayList<String>();
            for (int i = 0; i < columns.size(); i++) {
                changes.add("%s = %s".formatted(columns.get(i).quoted(), Literal.of(tuple.get(i))));
            }
            refused = attempts.execute("UPDATE %s SET %s WHERE %s"
                            .formatted(key.relation().quoted(), String.join(", ", changes), row))
                    .map(Refusal::words);
            if (refused.isEmpty()) {
                return refused;
            }
        }
        return refused;
    }
}
