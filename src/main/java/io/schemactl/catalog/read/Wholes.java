package io.schemactl.catalog.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows of things that are no objects of their own what they are a part of: a row type of its table, a view's rule of the view, a
 * default of its column, a constraint of its domain, a member of its extension.
 */
final class Wholes {

    /** Catalogs whose rows always belong to a row of one of some others. */
    private static final Map<Long, Set<Long>> PARTS = Map.of(
            Address.PG_ATTRDEF, Set.of(Address.PG_CLASS),
            Address.PG_CONSTRAINT, Set.of(Address.PG_TYPE, Address.PG_TRIGGER, Address.PG_CONSTRAINT),
            Address.PG_AMOP, Set.of(Address.PG_OPCLASS, Address.PG_OPFAMILY),
            Address.PG_AMPROC, Set.of(Address.PG_OPCLASS, Address.PG_OPFAMILY),
            Address.PG_PUBLICATION_REL, Set.of(Address.PG_PUBLICATION),
            Address.PG_PUBLICATION_NAMESPACE, Set.of(Address.PG_PUBLICATION));

    private final Map<Address, Link> links = new HashMap<>();

    /** What goes when another thing goes, such as a trigger with its table. */
    private final Map<Address, Link> additions = new HashMap<>();

    Wholes(Collection<Link> all) {
        for (Link link : all) {
            if (link.from().objsubid() == 0 && weight(link) > 0) {
                links.merge(link.from(), link, (one, other) -> weight(one) >= weight(other) ? one : other);
            } else if (link.from().objsubid() == 0 && link.type() == 'a') {
                additions.putIfAbsent(link.from(), link);
            }
        }
    }

    /** What something is a part of. */
    @Nullable
    Address find(Address address) {
        Link link = links.get(address);
        return link == null ? null : link.to();
    }

    /** The member of an extension that something was added to. */
    @Nullable
    Address findExtended(Address address) {
        Link addition = additions.get(address);
        return addition != null && isExtensions(addition.to().whole())
                ? addition.to().whole()
                : null;
    }

    /** Whether something is a member of an extension, or a part of one. */
    boolean isExtensions(Address address) {
        Link link = links.get(address);
        return link != null && (link.type() == 'e' || isExtensions(link.to().whole()));
    }

    /** How strongly a dependency says that one is a part of the other; 0 if it does not say so. */
    private static int weight(Link link) {
        if (link.type() == 'e') {
            return 3;
        }
        Set<Long> wholes = PARTS.get(link.from().classid());
        if (wholes != null && !wholes.contains(link.to().classid())) {
            return 0;
        }
        if (link.type() == 'i') {
            return 2;
        }
        return link.type() == 'a' && wholes != null ? 1 : 0;
    }
}
