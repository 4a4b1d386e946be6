package io.schemactl.lint.rules;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Routine;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which functions an expression calls whose results may differ from call to call. */
final class Volatility {

    /** PostgreSQL's own, as it prints them; those without parentheses are words of the language. */
    private static final Set<String> KNOWN = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "clock_timestamp",
            "timeofday",
            "random",
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "nextval",
            "currval",
            "lastval",
            "current_setting",
            "txid_current",
            "pg_current_xact_id",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "current_role");

    private Volatility() {}

    /** The first name in an expression that is not immutable. */
    static Optional<String> find(String expression, Catalog catalog) {
        List<Token> tokens = SqlLexer.code(expression);
        Set<String> own = catalog.all(Routine.class)
                .filter(routine -> routine.traits().volatility() != Routine.Volatility.IMMUTABLE)
                .map(routine -> routine.name().name().name())
                .collect(Collectors.toSet());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean isCall = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol('(');
            boolean isOwn = token.isName() && isCall && own.contains(token.name());
            if (isOwn || (token.kind() == SqlLexer.Kind.WORD && KNOWN.contains(token.name()) && !isColumn(tokens, i))) {
                return Optional.of(token.name());
            }
        }
        return Optional.empty();
    }

    /** PostgreSQL prints its own words in capitals, and columns that are named like functions in lower case without parentheses. */
    private static boolean isColumn(List<Token> tokens, int at) {
        boolean isCall = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol('(');
        return !isCall && tokens.get(at).text().equals(tokens.get(at).name());
    }
}
