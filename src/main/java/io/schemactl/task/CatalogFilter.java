package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.read.Scope;
import io.schemactl.sql.Identifier;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which objects of a database count.
 *
 * @param schemas globs of schemas; none for all, and for what is in no schema
 * @param excluded globs of schemas, and of {@code schema.name}
 */
public record CatalogFilter(List<String> schemas, List<String> excluded) {

    /** All objects count. */
    public static final CatalogFilter ALL = new CatalogFilter(List.of(), List.of());

    /** Copies the globs. */
    public CatalogFilter {
        schemas = List.copyOf(schemas);
        excluded = List.copyOf(excluded);
    }

    /** The same for a reader. */
    Scope narrow(Scope scope) {
        return scope.onlySchemas(schemas).without(excluded);
    }

    /** What counts of a catalog that was read whole. */
    Catalog apply(Catalog catalog) {
        if (schemas.isEmpty() && excluded.isEmpty()) {
            return catalog;
        }
        List<Pattern> wanted = schemas.stream().map(CatalogFilter::glob).toList();
        List<Pattern> unwanted = excluded.stream().map(CatalogFilter::glob).toList();
        return Catalog.of(catalog.objects().entrySet().stream()
                        .filter(entry -> wanted.isEmpty() || isIn(entry.getKey(), wanted))
                        .filter(entry -> names(entry.getKey()).noneMatch(name -> matches(name, unwanted)))
                        .map(entry -> entry.getValue())
                        .toList())
                .ownedBy(catalog.owner());
    }

    private static boolean isIn(ObjectKey key, List<Pattern> schemas) {
        Identifier schema = key.kind() == Kind.SCHEMA ? key.name() : key.schema();
        return schema != null && matches(schema.name(), schemas);
    }

    /** What a glob may name the object by: its schema, its relation, itself. */
    private static Stream<String> names(ObjectKey key) {
        Identifier schema = key.schema();
        if (schema == null) {
            return Stream.of(key.name().name());
        }
        Stream<String> own =
                Stream.of(schema.name(), schema.name() + "." + key.name().name());
        Identifier relation = key.relation();
        return relation == null ? own : Stream.concat(own, Stream.of(schema.name() + "." + relation.name()));
    }

    private static boolean matches(String name, List<Pattern> globs) {
        return globs.stream().anyMatch(glob -> glob.matcher(name).matches());
    }

    private static Pattern glob(String text) {
        return Pattern.compile(
                text.codePoints()
                        .mapToObj(character -> switch (character) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(character));
                        })
                        .collect(Collectors.joining()),
                Pattern.DOTALL);
    }
}
