package io.schemactl.diff.ddl;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.List;

/**
 * A {@code CREATE} command as PostgreSQL prints it, cut at the object's name and at the relation's.
 *
 * @param verb what stands before the name, such as {@code CREATE UNIQUE INDEX}
 * @param between what stands between the name and the relation, both spaces included
 * @param rest what stands after the relation
 */
record Printed(String verb, String between, String rest) {

    /** Cuts the command of an index, a trigger or a rule. */
    static Printed of(String definition) {
        List<Token> tokens = SqlLexer.code(definition);
        int name = 1;
        while (!isKind(tokens.get(name - 1))) {
            name++;
        }
        boolean isRule = tokens.get(name - 1).is("RULE");
        int relation = name + 1;
        while (!tokens.get(relation).is(isRule ? "TO" : "ON")) {
            relation++;
        }
        relation += tokens.get(relation + 1).is("ONLY") ? 2 : 1;
        Token last = tokens.get(relation + 1).isSymbol('.') ? tokens.get(relation + 2) : tokens.get(relation);
        return new Printed(
                definition.substring(0, tokens.get(name - 1).end()),
                definition.substring(
                        tokens.get(name).end(), tokens.get(relation).start()),
                definition.substring(last.end()));
    }

    private static boolean isKind(Token token) {
        return token.is("INDEX") || token.is("TRIGGER") || token.is("RULE");
    }

    /** The command, about an object of any name. */
    String named(Identifier name, QualifiedName relation) {
        return verb + " " + name.quoted() + between + relation.quoted() + rest;
    }

    /** The command with another beginning. */
    Printed withVerb(String other) {
        return new Printed(other, between, rest);
    }

    /** The command with another end. */
    Printed withRest(String other) {
        return new Printed(verb, between, other);
    }

    /** The same command, which replaces an object of its name. */
    Printed replacing() {
        return withVerb(verb.replaceFirst("^CREATE ", "CREATE OR REPLACE "));
    }
}
