package io.schemactl.diff.ddl;

import io.schemactl.catalog.Routine;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The text of functions and procedures. */
final class RoutineText {

    private static final double COST = 100;
    private static final double BUILT_IN_COST = 1;
    private static final double ROWS = 1000;
    private static final Set<String> BUILT_IN = Set.of("internal", "c");

    /** The settings that are lists of names, which must not be quoted as a whole; the same ones as in pg_dump. */
    private static final Set<String> LISTS = Set.of(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    private RoutineText() {}

    /** What follows the words {@code CREATE FUNCTION} or {@code CREATE PROCEDURE}. */
    static String definition(Routine routine) {
        return definition(routine, routine.language(), body(routine));
    }

    /** The same of a routine that needs nothing for its body, as it has none yet. */
    static String placeholder(Routine routine) {
        return definition(routine, "plpgsql", "AS $$BEGIN RAISE 'the body is not there yet'; END$$");
    }

    private static String definition(Routine routine, String language, String body) {
        List<String> lines = new ArrayList<>();
        lines.add(routine.name().quoted() + "(" + routine.signature() + ")");
        if (routine.result() != null && routine.form() != Routine.Form.PROCEDURE) {
            lines.add("RETURNS " + routine.result());
        }
        lines.add("LANGUAGE " + new Identifier(language).quoted() + traits(routine));
        implementation(routine.implementation()).ifPresent(lines::add);
        for (String setting : routine.settings()) {
            lines.add("SET " + setting(setting));
        }
        lines.add(body);
        return String.join("\n", lines);
    }

    private static String traits(Routine routine) {
        Routine.Traits traits = routine.traits();
        String definer = traits.definer() ? " SECURITY DEFINER" : "";
        if (routine.form() == Routine.Form.PROCEDURE) {
            return definer;
        }
        double cost = BUILT_IN.contains(routine.language()) ? BUILT_IN_COST : COST;
        return (routine.form() == Routine.Form.WINDOW ? " WINDOW" : "")
                + (traits.volatility() == Routine.Volatility.VOLATILE
                        ? ""
                        : " " + traits.volatility().name())
                + (traits.strict() ? " STRICT" : "")
                + definer
                + (traits.leakproof() ? " LEAKPROOF" : "")
                + (traits.parallel() == Routine.Parallel.UNSAFE
                        ? ""
                        : " PARALLEL " + traits.parallel().name())
                + (traits.cost() == cost ? "" : " COST " + number(traits.cost()))
                + (traits.rows() == 0 || traits.rows() == ROWS ? "" : " ROWS " + number(traits.rows()));
    }

    private static Optional<String> implementation(Routine.Implementation implementation) {
        List<String> clauses = new ArrayList<>();
        if (!implementation.transforms().isEmpty()) {
            clauses.add(implementation.transforms().stream()
                    .map(type -> "FOR TYPE " + type)
                    .collect(Collectors.joining(", ", "TRANSFORM ", "")));
        }
        if (implementation.support() != null) {
            clauses.add("SUPPORT " + implementation.support().quoted());
        }
        return clauses.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", clauses));
    }

    private static String number(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String setting(String setting) {
        int equals = setting.indexOf('=');
        String name = setting.substring(0, equals);
        String value = setting.substring(equals + 1);
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

    /** A body in the form of the SQL standard stands as it is; a function in C is a symbol in a file. */
    private static String body(Routine routine) {
        String body = routine.body() == null ? "" : routine.body();
        if (routine.implementation().sqlBody()) {
            return body;
        }
        String file = routine.implementation().objectFile();
        return file == null ? "AS " + dollarQuoted(body) : "AS " + Literal.of(file) + ", " + Literal.of(body);
    }

    private static String dollarQuoted(String body) {
        String quote = "$$";
        for (int number = 1; (body + quote).indexOf(quote) < body.length(); number++) {
            quote = "$body" + (number == 1 ? "" : number) + "$";
        }
        return quote + body + quote;
    }
}
