package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.RangeType;
import io.schemactl.catalog.Relation;
import io.schemactl.sql.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where values of a domain are kept: PostgreSQL cannot check those that are inside of arrays, ranges and composite values. */
final class DomainUses {

    private final Catalog catalog;
    private final Set<QualifiedName> plain = new HashSet<>();
    private final Set<QualifiedName> holders = new HashSet<>();

    private DomainUses(Catalog catalog, QualifiedName domain) {
        this.catalog = catalog;
        plain.add(domain);
        boolean grows = true;
        while (grows) {
            grows = grow();
        }
    }

    /** Whether rows may hold values of a domain inside of others. */
    static boolean areNested(Catalog catalog, Domain domain) {
        var uses = new DomainUses(catalog, domain.name());
        return catalog.all(Relation.class)
                .flatMap(relation -> relation.columns().stream())
                .map(Column::type)
                .anyMatch(uses::holds);
    }

    /** Adds the types that are made of those that are known. */
    private boolean grow() {
        Stream<QualifiedName> domains = catalog.all(Domain.class)
                .filter(domain -> isOneOf(domain.type(), plain))
                .map(Domain::name);
        boolean more = plain.addAll(domains.toList());
        Stream<QualifiedName> composites = catalog.all(CompositeType.class)
                .filter(type -> isMadeOf(type.columns()))
                .map(CompositeType::name);
        Stream<QualifiedName> rows = catalog.all(Relation.class)
                .filter(relation -> isMadeOf(relation.columns()))
                .map(Relation::name);
        Stream<QualifiedName> ranges = catalog.all(RangeType.class)
                .filter(range -> isKnown(range.subtype()))
                .flatMap(range -> Stream.of(range.name(), range.multirange()));
        Stream<QualifiedName> others =
                catalog.all(Domain.class).filter(domain -> holds(domain.type())).map(Domain::name);
        return holders.addAll(Stream.of(composites, rows, ranges, others)
                        .flatMap(each -> each)
                        .toList())
                || more;
    }

    private boolean isMadeOf(List<Column> columns) {
        return columns.stream().map(Column::type).anyMatch(this::isKnown);
    }

    private boolean isKnown(String type) {
        return isOneOf(element(type), plain) || holds(type);
    }

    /** Whether a type is an array of the domain, or made of it. */
    private boolean holds(String type) {
        return isOneOf(element(type), holders) || (type.endsWith("[]") && isOneOf(element(type), plain));
    }

    private static String element(String type) {
        return type.replace("[]", "");
    }

    private static boolean isOneOf(String printed, Set<QualifiedName> names) {
        return names.stream().anyMatch(name -> ShellTypes.isNamed(printed, name));
    }
}
