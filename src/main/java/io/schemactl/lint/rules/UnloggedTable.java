package io.schemactl.lint.rules;

import io.schemactl.catalog.Persistence;
import io.schemactl.catalog.Table;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.stream.Stream;

/** Finds tables that a crash empties: UNLOGGED. */
final class UnloggedTable implements Convention {

    @Override
    public String summary() {
        return "Finds tables that a crash empties: UNLOGGED.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, Table.class)
                .filter(added -> added.object().persistence() == Persistence.UNLOGGED)
                .map(added -> {
                    String table = context.shown(added.object().name());
                    return new Hit(
                            added.position(),
                            "table " + table,
                            "table %s is unlogged: after a crash it is empty, and replicas and backups never have its rows"
                                    .formatted(table),
                            "leave out UNLOGGED");
                });
    }
}
