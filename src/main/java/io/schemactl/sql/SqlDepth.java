package io.schemactl.sql;

import io.schemactl.sql.SqlLexer.Token;

/** How deep a token stands in parentheses and SQL-standard function bodies. */
final class SqlDepth {

    private int parentheses;
    private int bodies;
    private boolean begin;

    void see(Token token) {
        if (token.isSymbol('(')) {
            parentheses++;
        } else if (token.isSymbol(')')) {
            parentheses--;
        } else if (begin && token.is("ATOMIC")) {
            bodies++;
        } else if (bodies > 0 && token.is("CASE")) {
            bodies++;
        } else if (bodies > 0 && token.is("END")) {
            bodies--;
        }
        begin = token.is("BEGIN");
    }

    boolean isOutside() {
        return parentheses <= 0 && bodies == 0;
    }
}
