package io.schemactl.lint;

import io.schemactl.catalog.Catalog;
import io.schemactl.diff.Differ;
import io.schemactl.diff.Difference;
import io.schemactl.problem.Position;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import io.schemactl.trace.StatementTrace;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement that ran on a shadow: what it did, and what the schema was before and after it.
 *
 * @param trace locks, rewrites, scans and rows
 * @param before the schema before it, as its transaction saw it
 * @param after the schema after it
 * @param tokens the statement's tokens, without comments
 * @param differences what it changed in the schema
 */
public record LintedStatement(
        StatementTrace trace, Catalog before, Catalog after, List<Token> tokens, List<Difference> differences) {

    /** Copies the lists. */
    public LintedStatement {
        tokens = List.copyOf(tokens);
        differences = List.copyOf(differences);
    }

    /** A statement with what follows from its trace and the schemas, which many rules ask for. */
    public static LintedStatement of(StatementTrace trace, Catalog before, Catalog after) {
        return new LintedStatement(trace, before, after, SqlLexer.code(trace.sql()), Differ.differences(before, after));
    }

    /** The statement as the server got it. */
    public String sql() {
        return trace.sql();
    }

    /** Where the change stands that it comes from. */
    public Position position() {
        return trace.position();
    }

    /** Whether it begins with these words, whatever their case, such as {@code ALTER TABLE}. */
    public boolean isCommand(String words) {
        String[] wanted = words.split(" ");
        if (tokens.size() < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!tokens.get(i).is(wanted[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has these words one after another outside of quotes, whatever their case, such as {@code NOT VALID}. */
    public boolean hasWords(String words) {
        String text = tokens.stream()
                .map(token -> token.kind() == SqlLexer.Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "'")
                .collect(Collectors.joining(" ", " ", " "));
        return text.contains(" " + words.toUpperCase(Locale.ROOT) + " ");
    }

    /** What it changed in the schema, of one sort. */
    public <T extends Difference> Stream<T> differences(Class<T> sort) {
        return differences.stream().filter(sort::isInstance).map(sort::cast);
    }
}
