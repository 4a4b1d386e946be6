package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds that the records whose comparison is written out are equal if and only if all components are. */
final class KeysTest {

    private static final ObjectKey TABLE = key(Kind.TABLE, "s", null, "n", null);

    static Stream<List<Supplier<Object>>> different() {
        return Stream.of(
                List.of(() -> new Identifier("a"), () -> new Identifier("b")),
                List.of(
                        () -> QualifiedName.of("s", "n"),
                        () -> QualifiedName.of("s", "m"),
                        () -> QualifiedName.of("n", "s"),
                        () -> QualifiedName.of("t", "n")),
                List.of(
                        () -> key(Kind.TABLE, "s", null, "n", null),
                        () -> key(Kind.VIEW, "s", null, "n", null),
                        () -> key(Kind.TABLE, "t", null, "n", null),
                        () -> key(Kind.TABLE, null, null, "n", null),
                        () -> key(Kind.TABLE, "s", "r", "n", null),
                        () -> key(Kind.TABLE, "s", null, "m", null),
                        () -> key(Kind.TABLE, "s", null, "n", "integer")),
                List.of(
                        () -> Part.of(TABLE),
                        () -> Part.of(key(Kind.VIEW, "s", null, "n", null)),
                        () -> Part.ofColumn(TABLE, new Identifier("c")),
                        () -> Part.ofColumn(TABLE, new Identifier("d")),
                        () -> Part.ofDefault(TABLE, new Identifier("c"))),
                List.of(
                        () -> new Address(1, 2, 3),
                        () -> new Address(2, 2, 3),
                        () -> new Address(1, 3, 3),
                        () -> new Address(1, 2, 4)));
    }

    @ParameterizedTest
    @MethodSource("different")
    void areEqualIfAllComponentsAre(List<Supplier<Object>> different) {
        for (int one = 0; one < different.size(); one++) {
            for (int other = 0; other < different.size(); other++) {
                Object first = different.get(one).get();
                Object second = different.get(other).get();
                if (one == other) {
                    assertEquals(first, second);
                    assertEquals(first.hashCode(), second.hashCode());
                } else {
                    assertNotEquals(first, second);
                }
            }
        }
    }

    private static ObjectKey key(
            Kind kind, @Nullable String schema, @Nullable String relation, String name, @Nullable String arguments) {
        return new ObjectKey(kind, identifier(schema), identifier(relation), new Identifier(name), arguments);
    }

    private static @Nullable Identifier identifier(@Nullable String name) {
        return name == null ? null : new Identifier(name);
    }
}
