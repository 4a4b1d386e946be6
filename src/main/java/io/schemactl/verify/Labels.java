package io.schemactl.verify;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names objects as people do: without the schema that everything is in. */
record Labels(Identifier defaultSchema) {

    String name(QualifiedName name) {
        return name.schema().equals(defaultSchema) ? name.name().display() : name.display();
    }

    String column(QualifiedName relation, Identifier column) {
        return "column %s.%s".formatted(name(relation), column);
    }

    /** Such as {@code index ix_a on videos}. */
    String part(String word, Identifier part, QualifiedName relation) {
        return "%s %s on %s".formatted(word, part, name(relation));
    }

    static String list(Collection<?> elements) {
        return elements.isEmpty()
                ? "none"
                : elements.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
