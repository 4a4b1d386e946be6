package io.schemactl.sql;

import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.Optional;

/** Tells statements that act on the whole server from those that stay in their database. */
public final class ServerWide {

    private static final List<String> ROLES = List.of("ROLE", "USER", "GROUP");

    /** What a statement does outside its database. */
    public enum Effect {
        /** It makes a role. */
        CREATES_ROLE,
        /** It says something of a role or database that is no part of the schema. */
        DESCRIBES,
        /** It makes, changes or destroys what must not be touched. */
        HARMS
    }

    private ServerWide() {}

    /** What a statement does outside its database; nothing if it stays there. */
    public static Optional<Effect> effect(String statement) {
        List<Token> tokens = SqlLexer.code(statement);
        if (tokens.size() < 3) {
            return Optional.empty();
        }
        Token verb = tokens.get(0);
        if (verb.is("CREATE") || verb.is("DROP") || verb.is("ALTER")) {
            return ofObject(verb, tokens);
        }
        if (verb.is("COMMENT") || verb.is("SECURITY")) {
            int on = indexOf("ON", tokens);
            boolean isShared = on > 0
                    && on + 1 < tokens.size()
                    && (tokens.get(on + 1).is("ROLE")
                            || tokens.get(on + 1).is("DATABASE")
                            || tokens.get(on + 1).is("TABLESPACE"));
            return isShared ? Optional.of(Effect.DESCRIBES) : Optional.empty();
        }
        if (verb.is("GRANT") || verb.is("REVOKE")) {
            return ofGrant(tokens);
        }
        return Optional.empty();
    }

    /**
     * Whether a statement is about all of a server and about nothing in the database that it runs in: it makes or drops another
     * database, or sets what {@code postgresql.auto.conf} keeps.
     */
    public static boolean isOfServer(String statement) {
        List<Token> tokens = SqlLexer.code(statement);
        if (tokens.size() < 3) {
            return false;
        }
        Token verb = tokens.get(0);
        Token kind = tokens.get(1);
        return (verb.is("ALTER") && kind.is("SYSTEM"))
                || ((verb.is("CREATE") || verb.is("DROP")) && kind.is("DATABASE"));
    }

    /** The role that a statement makes. */
    public static String role(String statement) {
        return SqlLexer.code(statement).get(2).name();
    }

    private static Optional<Effect> ofObject(Token verb, List<Token> tokens) {
        Token kind = tokens.get(1);
        if (kind.is("DATABASE")) {
            return Optional.of(verb.is("ALTER") ? Effect.DESCRIBES : Effect.HARMS);
        }
        if (kind.is("TABLESPACE") || (verb.is("ALTER") && kind.is("SYSTEM"))) {
            return Optional.of(Effect.HARMS);
        }
        boolean isRole = ROLES.stream().anyMatch(kind::is) && !tokens.get(2).is("MAPPING");
        if (!isRole) {
            return Optional.empty();
        }
        if (verb.is("CREATE")) {
            return Optional.of(Effect.CREATES_ROLE);
        }
        return Optional.of(verb.is("ALTER") ? Effect.DESCRIBES : Effect.HARMS);
    }

    /** A membership has no ON; privileges on databases, tablespaces and parameters are the server's. */
    private static Optional<Effect> ofGrant(List<Token> tokens) {
        int on = indexOf("ON", tokens);
        boolean isShared = on < 0
                || (on + 1 < tokens.size()
                        && (tokens.get(on + 1).is("DATABASE")
                                || tokens.get(on + 1).is("TABLESPACE")
                                || tokens.get(on + 1).is("PARAMETER")));
        return isShared ? Optional.of(Effect.DESCRIBES) : Optional.empty();
    }

    private static int indexOf(String word, List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }
}
