package io.schemactl.diff.ddl;

import io.schemactl.catalog.Index;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.nio.charset.StandardCharsets;

/** Builds and drops indexes; see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>. */
final class IndexBuild {

    /** The length in bytes above which PostgreSQL cuts names. */
    private static final int LONGEST_NAME = 63;

    private IndexBuild() {}

    /** The statement that builds an index under a name; others keep writing where that can be. */
    static Statement building(Index index, Identifier name, Context context) {
        Printed printed = Printed.of(index.definition());
        printed = printed.withRest(withTablespace(printed.rest(), index));
        if (isConcurrent(index, context)) {
            return Statement.alone(
                    printed.withVerb(printed.verb() + " CONCURRENTLY").named(name, index.relation()),
                    Hazards.on(context, index.relation(), Hazards.SHARE_UPDATE_EXCLUSIVE, harms(index)));
        }
        Hazard.Type[] build = Hazards.isPartitioned(context, index.relation()) ? new Hazard.Type[0] : harms(index);
        return Statement.of(
                printed.named(name, index.relation()), Hazards.on(context, index.relation(), Hazards.SHARE, build));
    }

    private static Hazard.Type[] harms(Index index) {
        return index.uniqueness().unique()
                ? new Hazard.Type[] {Hazard.Type.INDEX_BUILD, Hazard.Type.MAY_FAIL}
                : new Hazard.Type[] {Hazard.Type.INDEX_BUILD};
    }

    /** The statement that drops an index. */
    static Statement dropping(Index index, Context context) {
        String name = index.qualifiedName().quoted();
        // A constraint of a partition goes with the index to which its own is attached, and cannot go before.
        String cascade = AttachedConstraints.areOf(index, context) ? " CASCADE" : "";
        return isConcurrent(index, context)
                ? Statement.alone("DROP INDEX CONCURRENTLY " + name)
                : Statement.of(
                        "DROP INDEX " + name + cascade,
                        Hazards.on(context, index.relation(), Hazards.ACCESS_EXCLUSIVE));
    }

    /** The statement that builds an index anew that could not be finished. */
    static Statement rebuilding(Index index, Context context) {
        String name = index.qualifiedName().quoted();
        return isConcurrent(index, context)
                ? Statement.alone(
                        "REINDEX INDEX CONCURRENTLY " + name,
                        Hazards.on(context, index.relation(), Hazards.SHARE_UPDATE_EXCLUSIVE, harms(index)))
                : Statement.of(
                        "REINDEX INDEX " + name,
                        Hazards.on(context, index.relation(), Hazards.ACCESS_EXCLUSIVE, harms(index)));
    }

    /** Whether an index is built or dropped while others keep working; partitioned ones cannot be. */
    static boolean isConcurrent(Index index, Context context) {
        return Hazards.worksOnline(context, index.relation()) && !Hazards.isPartitioned(context, index.relation());
    }

    private static String withTablespace(String rest, Index index) {
        Identifier tablespace = index.storage().tablespace();
        if (tablespace == null) {
            return rest;
        }
        int depth = 0;
        int place = rest.length();
        for (Token token : SqlLexer.code(rest)) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && token.is("WHERE")) {
                place = token.start() - 1;
                break;
            }
        }
        return rest.substring(0, place) + " TABLESPACE " + tablespace.quoted() + rest.substring(place);
    }

    /** A name that no relation has, for an index that gets its own name later. */
    static Identifier temporaryName(Index index, Context context) {
        for (int number = 1; ; number++) {
            String suffix = number == 1 ? "_new" : "_new" + number;
            Identifier name = suffixed(index.name(), suffix);
            QualifiedName qualified = new QualifiedName(index.relation().schema(), name);
            if (!context.from().relationships().isTaken(qualified)
                    && !context.to().relationships().isTaken(qualified)) {
                return name;
            }
        }
    }

    /** A name with something behind it, cut to what PostgreSQL keeps. */
    static Identifier suffixed(Identifier name, String suffix) {
        return new Identifier(cut(name.name(), LONGEST_NAME - suffix.length()) + suffix);
    }

    private static String cut(String name, int bytes) {
        String cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > bytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
