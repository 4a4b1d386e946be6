package io.schemactl.diff.ddl;

import io.schemactl.catalog.AccessMethod;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import java.util.List;

/**
 * Commands about access methods; see
 * <a href="https://www.postgresql.org/docs/current/sql-create-access-method.html">CREATE ACCESS METHOD</a>.
 */
final class AccessMethodDdl implements Ddl<AccessMethod> {

    @Override
    public String name(AccessMethod method) {
        return "ACCESS METHOD " + method.name().quoted();
    }

    @Override
    public List<Step> create(AccessMethod method, Context context) {
        return List.of(Step.making(
                Part.of(method.key()),
                Statement.of("CREATE %s TYPE %s HANDLER %s"
                        .formatted(name(method), method.form().name(), method.handler()))));
    }
}
