package io.schemactl.catalog.read;

import io.schemactl.sql.SqlLexer.Kind;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows the names that the parser gives to outputs: constants, columns, parameters, elements of arrays, and queries of one of them. Of
 * other expressions, what PostgreSQL prints has the name that it had before.
 */
final class ParserNames {

    private static final Set<String> CONSTANTS = Set.of("TRUE", "FALSE", "NULL", "DEFAULT");
    private static final Set<String> SET_OPERATIONS = Set.of("UNION", "INTERSECT", "EXCEPT");

    /** Types whose names in SQL are not their own. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("integer", "int4"),
            Map.entry("smallint", "int2"),
            Map.entry("bigint", "int8"),
            Map.entry("boolean", "bool"),
            Map.entry("real", "float4"),
            Map.entry("double precision", "float8"),
            Map.entry("character varying", "varchar"),
            Map.entry("character", "bpchar"),
            Map.entry("bit varying", "varbit"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("time without time zone", "time"));

    private final Brackets tokens;

    ParserNames(Brackets tokens) {
        this.tokens = tokens;
    }

    /** Where the first output begins: behind {@code DISTINCT ON (…)} or {@code WITH (…)}. */
    static int start(Brackets tokens, int from) {
        if (tokens.is(from, "DISTINCT")) {
            return tokens.is(from + 1, "ON") ? tokens.next(from + 2) : from + 1;
        }
        return tokens.is(from, "WITH") && tokens.opens(from + 1) ? tokens.next(from + 1) : from;
    }

    /** The name that an expression without any gets. */
    Optional<String> find(int from, int to) {
        if (from >= to) {
            return Optional.empty();
        }
        boolean isConstant = tokens.at(from).kind() == Kind.STRING || tokens.is(from, "NULL");
        if (isConstant && tokens.isSymbol(from + 1, ':') && tokens.isSymbol(from + 2, ':')) {
            return typeName(from + 3, to);
        }
        Optional<String> name = Optional.empty();
        if (tokens.isSymbol(from, '(') && tokens.closing(from) < to) {
            name = inBrackets(from + 1, tokens.closing(from));
        } else if (tokens.isName(from)
                && !CONSTANTS.contains(tokens.at(from).text().toUpperCase(Locale.ROOT))) {
            name = Optional.of(tokens.at(from).name());
        }
        return name.isEmpty() ? name : part(name, tokens.next(from), to);
    }

    /** The name of a field or an element of what has a name. */
    private Optional<String> part(Optional<String> whole, int from, int to) {
        Optional<String> name = whole;
        int at = from;
        while (at < to) {
            if (tokens.isSymbol(at, '[')) {
                at = tokens.next(at);
            } else if (tokens.isSymbol(at, '.') && at + 1 < to && tokens.isName(at + 1)) {
                name = Optional.of(tokens.at(at + 1).name());
                at += 2;
            } else {
                return Optional.empty();
            }
        }
        return name;
    }

    private Optional<String> inBrackets(int from, int to) {
        if (tokens.is(from, "SELECT") || tokens.is(from, "WITH")) {
            return ofQuery(from, to);
        }
        for (int i = from; i < to; i = tokens.next(i)) {
            if (tokens.is(i, "COLLATE")) {
                return find(from, i);
            }
        }
        return find(from, to);
    }

    /** A query has the name of its first output. */
    private Optional<String> ofQuery(int from, int to) {
        int first = -1;
        int end = -1;
        for (int i = from; i < to; i = tokens.next(i)) {
            if (SET_OPERATIONS.contains(tokens.at(i).text())) {
                return Optional.empty();
            }
            if (first < 0 && tokens.is(i, "SELECT")) {
                first = start(tokens, i + 1);
            } else if (end < 0 && i >= first && first >= 0 && isOutputsEnd(i)) {
                end = i;
            }
        }
        if (first < 0) {
            return Optional.empty();
        }
        int behind = end < 0 ? to : end;
        return behind - 2 > first && tokens.is(behind - 2, "AS")
                ? Optional.of(tokens.at(behind - 1).name())
                : find(first, behind);
    }

    private boolean isOutputsEnd(int index) {
        return tokens.isSymbol(index, ',') || OutputNames.isEnd(tokens, index);
    }

    /** The name of a type in the system catalog. */
    private Optional<String> typeName(int from, int to) {
        List<Token> words = new ArrayList<>();
        for (int i = from; i < to; i = tokens.next(i)) {
            if (!tokens.opens(i)) {
                words.add(tokens.at(i));
            }
        }
        boolean isQualified = words.size() == 3 && words.get(1).isSymbol('.');
        if (isQualified || (words.size() == 1 && words.get(0).kind() == Kind.QUOTED)) {
            return Optional.of(words.get(words.size() - 1).name());
        }
        if (!words.stream().allMatch(word -> word.kind() == Kind.WORD)) {
            return Optional.empty();
        }
        String name = String.join(" ", words.stream().map(Token::name).toList());
        return Optional.of(name.startsWith("interval ") ? "interval" : TYPES.getOrDefault(name, name));
    }
}
