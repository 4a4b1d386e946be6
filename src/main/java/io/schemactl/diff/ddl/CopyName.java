package io.schemactl.diff.ddl;

import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The name of a partition's copy of a constraint, which PostgreSQL chooses when it makes the copy. */
final class CopyName {

    private CopyName() {}

    /**
     * The step that gives a copy its name, when it is there.
     *
     * @param makes what is there, as it shall be, only then
     * @param original what the copy is made of
     */
    static Step step(Constraint copy, Constraint parent, Set<Part> makes, Set<Part> original, Context context) {
        String sql = """
                DO $$
                DECLARE
                    made record;
                BEGIN
                    FOR made IN
                        SELECT c.conname AS name
                        FROM pg_catalog.pg_constraint c
                        JOIN pg_catalog.pg_constraint p ON p.oid = c.conparentid
                        WHERE c.conrelid = %1$s::pg_catalog.regclass
                          AND p.conrelid = %2$s::pg_catalog.regclass
                          AND p.conname = %3$s
                          AND c.conname <> %4$s
                    LOOP
                        EXECUTE pg_catalog.format('ALTER TABLE %%s RENAME CONSTRAINT %%I TO %%I', %1$s, made.name, %4$s);
                    END LOOP;
                END
                $$""".formatted(
                        Literal.of(copy.relation().quoted()),
                        Literal.of(parent.relation().quoted()),
                        Literal.of(parent.name().name()),
                        Literal.of(copy.name().name()));
        Set<Part> after = new HashSet<>(original);
        context.to().findTable(copy.relation()).ifPresent(table -> {
            after.add(Part.of(table.key()));
            after.add(PartitionSteps.attachment(table));
        });
        Statement statement = Statement.of(sql, Hazards.on(context, copy.relation(), Hazards.ACCESS_EXCLUSIVE));
        return new Step(List.of(statement), makes, Set.of(), after);
    }
}
