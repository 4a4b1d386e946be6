package io.schemactl.catalog.read;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Dependencies;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Relation;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in a catalog's terms what PostgreSQL says about dependencies. */
final class DependencyMapper {

    private static final Set<Kind> WITH_COLUMNS = EnumSet.of(Kind.TABLE, Kind.VIEW, Kind.COMPOSITE_TYPE);

    /** Until then, a generated column depended itself on what its expression mentions. */
    private static final int EXPRESSIONS_DEPEND_SINCE = 15;

    private final Catalog catalog;
    private final Addresses addresses;
    private final Wholes wholes;
    private final int major;
    private final Map<Address, Optional<Part>> found = new HashMap<>();

    DependencyMapper(Catalog catalog, Addresses addresses, Wholes wholes, int major) {
        this.catalog = catalog;
        this.addresses = addresses;
        this.wholes = wholes;
        this.major = major;
    }

    Dependencies map(Collection<Link> links) {
        return Dependencies.later(() -> edges(links));
    }

    private List<Dependencies.Edge> edges(Collection<Link> links) {
        List<Dependencies.Edge> edges = new ArrayList<>();
        for (Link link : links) {
            if (link.type() == 'e') {
                continue;
            }
            Part part = needing(link);
            Part needed = find(link.to());
            if (part != null && needed != null && isNews(part, needed)) {
                edges.add(new Dependencies.Edge(part, needed));
            }
        }
        return edges;
    }

    private @Nullable Part needing(Link link) {
        Part part = find(link.from());
        boolean expression = major < EXPRESSIONS_DEPEND_SINCE
                && part != null
                && part.column() != null
                && link.to().classid() != Address.PG_TYPE
                && link.to().classid() != Address.PG_COLLATION
                && isGenerated(part.object(), part.column());
        return part != null && part.column() != null && expression
                ? Part.ofDefault(part.object(), part.column())
                : part;
    }

    private boolean isGenerated(ObjectKey key, Identifier column) {
        return catalog.find(Relation.class, key)
                .flatMap(relation -> relation.findColumn(column))
                .map(Column::generated)
                .isPresent();
    }

    private @Nullable Part find(Address address) {
        Optional<Part> known = found.get(address);
        if (known == null) {
            known = Optional.ofNullable(look(address));
            found.put(address, known);
        }
        return known.orElse(null);
    }

    private @Nullable Part look(Address address) {
        ObjectKey object = addresses.findObject(address.whole());
        if (object == null || wholes.isExtensions(address.whole())) {
            return findInWhole(address);
        }
        if (!catalog.objects().containsKey(object)) {
            return findAdded(address);
        }
        return column(object, address);
    }

    private @Nullable Part findInWhole(Address address) {
        Address whole = wholes.find(address.whole());
        if (whole == null) {
            return findAdded(address);
        }
        Part part = find(whole);
        if (part == null) {
            return null;
        }
        if (address.classid() == Address.PG_ATTRDEF && part.column() != null) {
            return Part.ofDefault(part.object(), part.column());
        }
        return part.column() == null ? column(part.object(), address) : part;
    }

    /** The extension to a table of which something was added. */
    private @Nullable Part findAdded(Address address) {
        Address extended = wholes.findExtended(address.whole());
        return extended == null ? null : find(extended);
    }

    private Part column(ObjectKey object, Address address) {
        Identifier column =
                address.objsubid() > 0 && WITH_COLUMNS.contains(object.kind()) ? addresses.findColumn(address) : null;
        return column == null ? Part.of(object) : Part.ofColumn(object, column);
    }

    /** Whether keys do not say it already: that a column needs its table, and an object its schema. */
    private static boolean isNews(Part part, Part needed) {
        if (part.object().equals(needed.object())) {
            // A function whose body calls it cannot be made at once.
            return part.object().kind() == Kind.ROUTINE
                    || (part.columnDefault()
                            && needed.column() != null
                            && !needed.columnDefault()
                            && !needed.column().equals(part.column()));
        }
        return needed.object().kind() != Kind.SCHEMA
                || !needed.object().name().equals(part.object().schema());
    }
}
