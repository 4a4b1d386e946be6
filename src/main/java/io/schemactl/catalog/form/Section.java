package io.schemactl.catalog.form;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Database;
import io.schemactl.catalog.EnumType;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A section of a snapshot: all objects of a type.
 *
 * @param name the type's name in the plural, such as {@code foreign-keys}
 * @param type the type
 */
record Section(String name, Class<? extends CatalogObject> type) {

    private static final Map<Class<?>, String> NAMES = Map.of(EnumType.class, "enums", Database.class, "database");

    private static final SortedMap<String, Section> ALL = all();

    private static final Map<Class<?>, Section> BY_TYPE =
            ALL.values().stream().collect(Collectors.toMap(Section::type, section -> section));

    /** All sections by their names. */
    static SortedMap<String, Section> byName() {
        return ALL;
    }

    static Section of(CatalogObject object) {
        return Objects.requireNonNull(BY_TYPE.get(object.getClass()));
    }

    Shape shape() {
        return Shape.of(type);
    }

    private static Section of(Class<? extends CatalogObject> type) {
        String known = NAMES.get(type);
        return new Section(known == null ? plural(Shape.kebab(type.getSimpleName())) : known, type);
    }

    private static SortedMap<String, Section> all() {
        var sections = new TreeMap<String, Section>();
        records(CatalogObject.class).map(Section::of).forEach(section -> sections.put(section.name(), section));
        return Collections.unmodifiableSortedMap(sections);
    }

    private static Stream<Class<? extends CatalogObject>> records(Class<? extends CatalogObject> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        return Stream.of(type.getPermittedSubclasses())
                .flatMap(permitted -> records(permitted.asSubclass(CatalogObject.class)));
    }

    private static String plural(String word) {
        if (word.endsWith("statistics") || word.endsWith("privileges")) {
            return word;
        }
        if (word.endsWith("y") && !word.endsWith("ey")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("x") || word.endsWith("ss") ? word + "es" : word + "s";
    }
}
