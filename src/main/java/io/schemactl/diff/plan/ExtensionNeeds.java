package io.schemactl.diff.plan;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Extension;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.diff.ddl.Unmigratable;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an extension's members, and what was added to them, need of a database: they stay, as rows would be lost with them.
 *
 * @param from what is there
 * @param to what shall be there
 * @param extension the extension
 */
record ExtensionNeeds(Catalog from, Catalog to, ObjectKey extension) {

    /** Whether what is needed is another extension, or where it is, so that a new extension can take the place of the old one. */
    static boolean isOutside(Part needed) {
        Kind kind = needed.object().kind();
        return kind == Kind.EXTENSION || kind == Kind.SCHEMA;
    }

    /** What was added, stays as it is and mentions an object, such as {@code INDEX i ON public.t}. */
    List<String> users(Part needed) {
        SortedMap<String, String> wanted = parts(to);
        var mentioned = Pattern.compile("(?<![\\w$\"])" + Pattern.quote(name(needed.object())) + "(?![\\w$\"])");
        return parts(from).entrySet().stream()
                .filter(part -> part.getValue().equals(wanted.get(part.getKey())))
                .filter(part -> mentioned.matcher(part.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private SortedMap<String, String> parts(Catalog catalog) {
        return catalog.find(Extension.class, extension)
                .map(found -> found.parts().values())
                .orElseGet(TreeMap::new);
    }

    private static String name(ObjectKey key) {
        return key.schema() == null ? key.name().display() : new QualifiedName(key.schema(), key.name()).display();
    }

    /** What is wrong when something must go that is needed and stays needed. */
    Unmigratable inTheWay(Part needed) {
        ObjectKey key = needed.object();
        String arguments = key.arguments() == null ? "" : "(" + key.arguments() + ")";
        List<String> users = users(needed);
        return new Unmigratable("%s %s%s must go first, but extension %s needs it%s"
                .formatted(
                        key.kind().word(),
                        name(key),
                        arguments,
                        extension.name().display(),
                        users.isEmpty() ? "" : ": " + String.join(", ", users)));
    }
}
