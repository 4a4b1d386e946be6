package io.schemactl.diff.ddl;

import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of arguments as PostgreSQL prints it.
 *
 * @param arguments the arguments, in their order
 */
record RoutineSignature(List<Argument> arguments) {

    RoutineSignature {
        arguments = List.copyOf(arguments);
    }

    /**
     * An argument.
     *
     * @param text its mode, name and type
     * @param hasDefault whether it may be left out
     */
    record Argument(String text, boolean hasDefault) {}

    /** Cuts a list at its commas. */
    static RoutineSignature of(String text) {
        List<Argument> arguments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        int defaults = -1;
        for (Token token : SqlLexer.code(text)) {
            if (opens(token)) {
                depth++;
            } else if (closes(token)) {
                depth--;
            } else if (depth == 0 && token.isSymbol(',')) {
                arguments.add(argument(text, start, defaults, token.start()));
                start = token.end();
                defaults = -1;
            } else if (depth == 0 && defaults < 0 && token.is("DEFAULT")) {
                defaults = token.start();
            }
        }
        if (!text.isBlank()) {
            arguments.add(argument(text, start, defaults, text.length()));
        }
        return new RoutineSignature(arguments);
    }

    private static boolean opens(Token token) {
        return token.isSymbol('(') || token.isSymbol('[');
    }

    private static boolean closes(Token token) {
        return token.isSymbol(')') || token.isSymbol(']');
    }

    private static Argument argument(String text, int start, int defaults, int end) {
        boolean hasDefault = defaults >= 0;
        return new Argument(text.substring(start, hasDefault ? defaults : end).strip(), hasDefault);
    }

    /** Whether a routine with these arguments can be replaced by one with others, in place: only defaults may be new. */
    boolean canBecome(RoutineSignature other) {
        if (arguments.size() != other.arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            Argument before = arguments.get(i);
            Argument after = other.arguments.get(i);
            if (!before.text().equals(after.text()) || (before.hasDefault() && !after.hasDefault())) {
                return false;
            }
        }
        return true;
    }
}
