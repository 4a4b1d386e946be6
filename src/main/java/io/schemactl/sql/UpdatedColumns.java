package io.schemactl.sql;

import io.schemactl.sql.SqlLexer.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds which columns UPDATE sets, from its text. */
public final class UpdatedColumns {

    /** What changes no rows that others could be missing. */
    private static final Set<String> HARMLESS = Set.of("ALTER", "CREATE", "COMMENT");

    private UpdatedColumns() {}

    /** The names of the columns that are set; empty if anything but plain UPDATEs may write rows. */
    public static Optional<Set<String>> of(String sql) {
        Set<String> columns = new LinkedHashSet<>();
        for (String statement : SqlText.statements(sql)) {
            List<Token> tokens = SqlLexer.code(statement);
            if (tokens.get(0).is("UPDATE")) {
                collect(tokens, columns);
            } else if (HARMLESS.stream().noneMatch(tokens.get(0)::is)) {
                return Optional.empty();
            }
        }
        return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
    }

    private static void collect(List<Token> tokens, Set<String> columns) {
        int depth = 0;
        boolean isSet = false;
        boolean isTarget = false;
        for (Token token : tokens) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && isSet && (token.is("FROM") || token.is("WHERE") || token.is("RETURNING"))) {
                return;
            }
            if (depth == 0 && !isSet && token.is("SET")) {
                isSet = true;
                isTarget = true;
            } else if (isTarget && token.isSymbol('=')) {
                isTarget = false;
            } else if (isSet && depth == 0 && token.isSymbol(',')) {
                isTarget = true;
            } else if (isTarget && token.isName()) {
                columns.add(token.name());
            }
        }
    }
}
