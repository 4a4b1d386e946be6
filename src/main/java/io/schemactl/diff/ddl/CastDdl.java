package io.schemactl.diff.ddl;

import io.schemactl.catalog.Cast;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import java.util.List;

/** Commands about casts; see <a href="https://www.postgresql.org/docs/current/sql-createcast.html">CREATE CAST</a>. */
final class CastDdl implements Ddl<Cast> {

    @Override
    public String name(Cast cast) {
        return "CAST (%s AS %s)".formatted(cast.source(), cast.target());
    }

    @Override
    public List<Step> create(Cast cast, Context context) {
        return List.of(Step.making(
                Part.of(cast.key()), Statement.of("CREATE " + name(cast) + method(cast) + context(cast.context()))));
    }

    private static String method(Cast cast) {
        return switch (cast.method()) {
            case FUNCTION -> " WITH FUNCTION " + cast.function();
            case BINARY -> " WITHOUT FUNCTION";
            case INOUT -> " WITH INOUT";
        };
    }

    private static String context(Cast.Context context) {
        return switch (context) {
            case EXPLICIT -> "";
            case ASSIGNMENT -> " AS ASSIGNMENT";
            case IMPLICIT -> " AS IMPLICIT";
        };
    }
}
