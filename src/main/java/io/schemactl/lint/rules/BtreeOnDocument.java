package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.Identifier;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds B-tree indexes on documents, arrays and search vectors. */
final class BtreeOnDocument implements Convention {

    private static final Pattern DOCUMENT = Pattern.compile("jsonb|tsvector|.*\\[\\]");

    @Override
    public String summary() {
        return "Finds B-tree indexes on documents, arrays and search vectors.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, Index.class)
                .filter(added -> added.object().parent() == null)
                .filter(added -> added.object().method().equals("btree"))
                .filter(added -> !added.object().uniqueness().unique())
                .flatMap(added -> added.object().keys().stream()
                        .flatMap(key -> Optional.ofNullable(key.column()).stream())
                        .flatMap(column -> hit(context, added, column).stream()));
    }

    private static Optional<Hit> hit(LintContext context, Added<Index> added, Identifier column) {
        Index index = added.object();
        return Keys.type(context.schemas().end(), index.relation(), column)
                .filter(type -> DOCUMENT.matcher(type).matches())
                .map(type -> new Hit(
                        added.position(),
                        "index %s on %s".formatted(index.name(), context.shown(index.relation())),
                        "index %s is a B-tree on %s, which is %s: it finds whole equal values only, and refuses values above 2,700 bytes"
                                .formatted(index.name(), column, type),
                        "use GIN: `CREATE INDEX … USING gin (%s)`".formatted(column)));
    }
}
