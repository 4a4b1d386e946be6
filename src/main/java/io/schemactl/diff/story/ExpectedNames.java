package io.schemactl.diff.story;

import io.schemactl.catalog.Routine;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;

/** Writes names as {@code expect.yaml} has them: without the default schema, quoted as in SQL. */
final class ExpectedNames {

    private final Identifier defaultSchema;

    ExpectedNames(Identifier defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    String of(Identifier name) {
        return name.display();
    }

    String of(QualifiedName name) {
        return name.schema().equals(defaultSchema) ? name.name().display() : name.display();
    }

    /** A part of a relation. */
    String of(QualifiedName relation, Identifier part) {
        return of(relation) + "." + part.display();
    }

    String of(Routine routine) {
        return of(routine.name()) + "(" + routine.arguments() + ")";
    }

    List<String> of(List<Identifier> list) {
        return list.stream().map(this::of).toList();
    }
}
