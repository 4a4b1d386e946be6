package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.stream.Stream;

/** Finds tables without a primary key. */
final class MissingPrimaryKey implements Convention {

    @Override
    public String summary() {
        return "Finds tables without a primary key.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.tables(context)
                .filter(added -> Keys.primary(
                                context.schemas().end(), added.object().name())
                        .isEmpty())
                .map(added -> {
                    String table = context.shown(added.object().name());
                    return new Hit(
                            added.position(),
                            "table " + table,
                            "table %s has no primary key: a row cannot be named, and logical replication cannot update or delete it"
                                    .formatted(table),
                            "give it a primary key");
                });
    }
}
