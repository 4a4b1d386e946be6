package io.schemactl.diff.ddl;

import io.schemactl.catalog.Routine;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
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
            lines.add("SET " + ParameterText.assignment(setting));
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
