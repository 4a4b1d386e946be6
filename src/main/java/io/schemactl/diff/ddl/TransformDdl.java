package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.Transform;
import io.schemactl.diff.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands about transforms; see <a href="https://www.postgresql.org/docs/current/sql-createtransform.html">CREATE TRANSFORM</a>. */
final class TransformDdl implements Ddl<Transform> {

    @Override
    public String name(Transform transform) {
        return "TRANSFORM FOR %s LANGUAGE %s"
                .formatted(transform.type(), transform.language().quoted());
    }

    @Override
    public List<Step> create(Transform transform, Context context) {
        return List.of(Step.making(Part.of(transform.key()), Statement.of("CREATE " + definition(transform))));
    }

    @Override
    public Optional<List<Step>> alter(Transform from, Transform to, Context context) {
        return from.key().equals(to.key())
                ? InPlace.of(from.key(), to.key(), List.of("CREATE OR REPLACE " + definition(to)))
                : Optional.empty();
    }

    private String definition(Transform transform) {
        var functions = new ArrayList<String>();
        if (transform.fromSql() != null) {
            functions.add("FROM SQL WITH FUNCTION " + transform.fromSql());
        }
        if (transform.toSql() != null) {
            functions.add("TO SQL WITH FUNCTION " + transform.toSql());
        }
        return "%s (%s)".formatted(name(transform), String.join(", ", functions));
    }
}
