package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.problem.Position;
import io.schemactl.sql.QualifiedName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Finds tables with more than ten indexes. */
final class ManyIndexes implements Convention {

    private static final int MOST = 10;

    @Override
    public String summary() {
        return "Finds tables with more than ten indexes.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        Map<QualifiedName, Position> places = new LinkedHashMap<>();
        Additions.of(context, Index.class)
                .filter(added -> added.object().parent() == null)
                .forEach(added -> places.put(added.object().relation(), added.position()));
        return places.entrySet().stream().flatMap(place -> {
            String table = context.shown(place.getKey());
            int count = Keys.indexes(context.schemas().after(), place.getKey()).size();
            return count <= MOST
                    ? Stream.empty()
                    : Stream.of(new Hit(
                            place.getValue(),
                            "table " + table,
                            "table %s has %d indexes now: each INSERT writes into all of them, and updates cannot be heap-only"
                                    .formatted(table, count),
                            "look in pg_stat_user_indexes for those that nobody uses"));
        });
    }
}
