package io.schemactl.diff.ddl;

import io.schemactl.sql.Literal;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.Set;
import java.util.stream.Collectors;

/** Parameters as {@code SET} takes them; see <a href="https://www.postgresql.org/docs/current/sql-set.html">SET</a>. */
final class ParameterText {

    /** The parameters that are lists of names, which must not be quoted as a whole; the same ones as in pg_dump. */
    private static final Set<String> LISTS = Set.of(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    private ParameterText() {}

    /** What follows the word {@code SET}, of a parameter as catalogs keep it: {@code name=value}. */
    static String assignment(String parameter) {
        int equals = parameter.indexOf('=');
        return assignment(parameter.substring(0, equals), parameter.substring(equals + 1));
    }

    /** What follows the word {@code SET}. */
    static String assignment(String name, String value) {
        String values = LISTS.contains(name) && !value.isEmpty()
                ? SqlLexer.code(value).stream()
                        .filter(token -> !token.isSymbol(','))
                        .map(token -> Literal.of(unquoted(token)))
                        .collect(Collectors.joining(", "))
                : Literal.of(value);
        return Clauses.optionName(name) + " TO " + values;
    }

    /** A name in a list; the server keeps them as it would quote them. */
    private static String unquoted(Token token) {
        return token.isName() ? token.name() : token.text();
    }
}
