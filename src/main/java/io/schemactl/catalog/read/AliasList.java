package io.schemactl.catalog.read;

import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names that a query gives to the columns of a function's rows.
 *
 * @param names the names
 * @param numbered whether the last one is that of the rows' numbers
 * @param start where the list begins in the text, behind the name of the rows
 * @param end where it ends
 */
record AliasList(List<Token> names, boolean numbered, int start, int end) {

    AliasList {
        names = List.copyOf(names);
    }

    /** The list behind the call whose arguments begin here; null if there is none. */
    static @Nullable AliasList find(Brackets tokens, int arguments) {
        if (!tokens.isSymbol(arguments, '(') || !tokens.isName(arguments - 1)) {
            return null;
        }
        int rows = tokens.next(arguments);
        boolean isNumbered = tokens.is(rows, "WITH") && tokens.is(rows + 1, "ORDINALITY");
        rows += isNumbered ? 2 : 0;
        if (!tokens.isName(rows) || !tokens.isSymbol(rows + 1, '(')) {
            return null;
        }
        int close = tokens.closing(rows + 1);
        List<Token> names = new ArrayList<>();
        for (int i = rows + 2; i < close; i += 2) {
            boolean isSeparated = tokens.isSymbol(i + 1, ',') || i + 1 == close;
            if (!tokens.isName(i) || !isSeparated || close == tokens.size()) {
                return null;
            }
            names.add(tokens.at(i));
        }
        return names.isEmpty()
                ? null
                : new AliasList(
                        names,
                        isNumbered,
                        tokens.at(rows).end(),
                        tokens.at(close).end());
    }
}
