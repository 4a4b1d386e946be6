package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.Schema;
import io.schemactl.diff.Statement;
import java.util.List;
import java.util.Optional;

/** Commands about schemas; see <a href="https://www.postgresql.org/docs/current/sql-createschema.html">CREATE SCHEMA</a>. */
final class SchemaDdl implements Ddl<Schema> {

    @Override
    public String name(Schema schema) {
        return "SCHEMA " + schema.name().quoted();
    }

    @Override
    public List<Step> create(Schema schema, Context context) {
        return List.of(Step.making(Part.of(schema.key()), Statement.of("CREATE " + name(schema))));
    }

    @Override
    public Optional<List<Step>> alter(Schema from, Schema to, Context context) {
        if (from.name().equals(to.name())) {
            return Optional.of(List.of());
        }
        return Optional.of(List.of(Steps.changing(
                from.key(),
                to.key(),
                List.of(Statement.of(
                        "ALTER %s RENAME TO %s".formatted(name(from), to.name().quoted()))))));
    }
}
