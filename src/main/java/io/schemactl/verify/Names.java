package io.schemactl.verify;

import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares names that may be given without a schema, such as those of collations and operator classes. */
final class Names {

    private Names() {}

    static boolean same(@Nullable String expected, @Nullable QualifiedName actual) {
        if (expected == null || actual == null) {
            return expected == null && actual == null;
        }
        String schema = actual.schema().name();
        String name = actual.name().name();
        if (expected.indexOf('"') < 0) {
            // Not as SQL has it: en_US.utf8 is one name, and capitals count.
            return expected.equals(name) || expected.equals(schema + "." + name);
        }
        List<String> parts = parts(expected);
        return parts.equals(List.of(name)) || parts.equals(List.of(schema, name));
    }

    /** A name's parts, at dots, without their quotes. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (Token token : SqlLexer.code(text)) {
            if (!token.isSymbol('.')) {
                parts.add(token.name());
            }
        }
        return parts;
    }

    static @Nullable String show(@Nullable QualifiedName name) {
        if (name == null) {
            return null;
        }
        return name.schema().name().equals("pg_catalog") ? name.name().name() : name.display();
    }
}
