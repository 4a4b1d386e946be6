package io.schemactl.catalog.read;

import io.schemactl.catalog.Index;
import io.schemactl.catalog.IndexKey;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes definitions of plain indexes as {@code pg_get_indexdef} prints them, which itself looks for the default operator class of each
 * column among all of them, and so would take a third of all the time that the server needs to tell a catalog.
 *
 * @param keywords the words that are quoted as names
 */
record IndexText(Set<String> keywords) {

    /**
     * What an index consists of.
     *
     * @param keys its keys; columns that have their type's operator class and their own collation
     * @param include the columns that it carries besides
     * @param predicate which rows it covers
     */
    record Parts(
            List<IndexKey> keys,
            List<Identifier> include,
            @Nullable String predicate) {}

    String definition(
            QualifiedName name, QualifiedName relation, String method, Index.Uniqueness uniqueness, Parts parts) {
        return (uniqueness.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
                + quoted(name.name())
                + " ON "
                + quoted(relation.schema())
                + "."
                + quoted(relation.name())
                + " USING "
                + quoted(new Identifier(method))
                + list(" (", parts.keys().stream().map(this::key))
                + (parts.include().isEmpty()
                        ? ""
                        : list(" INCLUDE (", parts.include().stream().map(this::quoted)))
                + (uniqueness.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + (parts.predicate() == null ? "" : " WHERE " + parts.predicate());
    }

    /** A definition with its storage parameters in the order of their names; PostgreSQL has them in the order in which they were set. */
    static String withSortedParameters(String definition) {
        List<Token> tokens = SqlLexer.code(definition);
        int depth = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && token.is("WITH") && tokens.get(i + 1).isSymbol('(')) {
                return sorted(definition, tokens.subList(i + 2, tokens.size()));
            }
        }
        return definition;
    }

    /** Sorts what stands between the commas before the first parenthesis that closes. */
    private static String sorted(String definition, List<Token> tokens) {
        List<String> parameters = new ArrayList<>();
        int start = tokens.get(0).start();
        int place = start;
        for (Token token : tokens) {
            if (token.isSymbol(',') || token.isSymbol(')')) {
                parameters.add(definition.substring(place, token.start()).strip());
                place = token.end();
            }
            if (token.isSymbol(')')) {
                String sorted = parameters.stream().sorted().collect(Collectors.joining(", "));
                return definition.substring(0, start) + sorted + definition.substring(token.start());
            }
        }
        return definition;
    }

    private static String list(String start, Stream<String> texts) {
        return texts.collect(Collectors.joining(", ", start, ")"));
    }

    private String key(IndexKey key) {
        if (key.column() == null) {
            throw new IllegalArgumentException("an expression is not plain: " + key);
        }
        String column = quoted(key.column());
        if (key.descending()) {
            return column + (key.nullsFirst() ? " DESC" : " DESC NULLS LAST");
        }
        return column + (key.nullsFirst() ? " NULLS FIRST" : "");
    }

    private String quoted(Identifier name) {
        return keywords.contains(name.name()) ? name.quoted() : name.display();
    }
}
