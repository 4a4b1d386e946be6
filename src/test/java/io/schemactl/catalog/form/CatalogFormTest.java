package io.schemactl.catalog.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Sequence;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogFormTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsBackWhatItWrote(int majorVersion) throws Exception {
        try (var database = RichDatabase.create(majorVersion)) {
            Catalog catalog = RichDatabase.read(database);

            for (CatalogObject object : catalog.objects().values()) {
                assertEquals(object, CatalogForm.object(object.getClass(), CatalogForm.notable(object)));
                assertEquals(object, CatalogForm.object(object.getClass(), CatalogForm.properties(object)));
            }
        }
    }

    @Test
    void knowsTheShapeOfEveryKindOfObject() {
        Set<Class<?>> types = concrete(CatalogObject.class).collect(Collectors.toSet());

        assertTrue(types.contains(Sequence.class));
        for (Class<?> type : types) {
            List<String> names = Shape.of(type).names();
            assertTrue(Shape.of(type).hasAttributes(), type.getSimpleName());
            assertEquals(names.size(), Set.copyOf(names).size(), type.getSimpleName() + names);
        }
    }

    @Test
    void saysWhichPropertyIsMeant() {
        var properties =
                JsonNodeFactory.instance.objectNode().put("name", "public.s").put("maximun", 5);

        var thrown = assertThrows(IllegalArgumentException.class, () -> CatalogForm.object(Sequence.class, properties));

        assertEquals("unknown property `maximun`; did you mean `maximum`?", thrown.getMessage());
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(CatalogFormTest::concrete)
                : Stream.of(type);
    }
}
