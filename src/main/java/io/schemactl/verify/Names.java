package io.schemactl.verify;

import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Compares names that may be given without a schema, such as those of collations and operator classes. */
final class Names {

    private Names() {}

    static boolean same(@Nullable String expected, @Nullable QualifiedName actual) {
        if (expected == null || actual == null) {
            return expected == null && actual == null;
        }
        String plain = expected.replace("\"", "");
        return plain.equals(actual.name().name())
                || plain.equals(actual.schema().name() + "." + actual.name().name());
    }

    static @Nullable String show(@Nullable QualifiedName name) {
        if (name == null) {
            return null;
        }
        return name.schema().name().equals("pg_catalog") ? name.name().name() : name.display();
    }
}
