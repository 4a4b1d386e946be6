package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What rows must be: an expression that must not be false.
 *
 * @param expression the expression, as PostgreSQL prints it
 * @param columns the columns whose values decide
 */
record Condition(String expression, Set<Identifier> columns) {

    /** Keeps the order. */
    Condition {
        columns = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(columns));
    }

    /** The names in an expression that are among the given ones; a function of the same name counts too, which does no harm. */
    static Set<Identifier> mentioned(String expression, Collection<Identifier> names) {
        Set<Identifier> found = new LinkedHashSet<>();
        for (Token token : SqlLexer.code(expression)) {
            if (token.isName()) {
                String name = token.name();
                names.stream().filter(each -> each.name().equals(name)).forEach(found::add);
            }
        }
        return found;
    }

    /** An expression with question marks that are operators doubled: the driver takes single ones for parameters. */
    static String escaped(String expression) {
        if (expression.indexOf('?') < 0) {
            return expression;
        }
        var text = new StringBuilder();
        int at = 0;
        List<Token> tokens = SqlLexer.tokens(expression);
        for (Token token : tokens) {
            if (token.isSymbol('?')) {
                text.append(expression, at, token.end()).append('?');
                at = token.end();
            }
        }
        return text.append(expression.substring(at)).toString();
    }
}
