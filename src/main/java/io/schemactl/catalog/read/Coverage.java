package io.schemactl.catalog.read;

import io.schemactl.catalog.Unseen;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a database contains and the other queries do not return.
 *
 * <p>It knows no kinds: an object in a schema, or one that is a part of such an object, depends on that, so PostgreSQL's list of
 * dependencies is a list of all objects; {@code loners.sql} adds those that may depend on nothing.
 */
final class Coverage {

    static final Query<Address> LONERS = new Query<>("loners", List.of(), Address::in);
    private static final Query<Unseen> IDENTITIES =
            Query.of("identities", row -> new Unseen(row.text("kind"), row.text("identity")));

    private final Addresses addresses;
    private final Wholes wholes;
    private final Map<Address, Set<Address>> owners = new HashMap<>();
    private final Set<Address> all = new LinkedHashSet<>();

    private Coverage(Addresses addresses, Wholes wholes, List<Link> links, List<Address> loners) {
        this.addresses = addresses;
        this.wholes = wholes;
        all.addAll(loners);
        for (Link link : links) {
            Address from = link.from().whole();
            all.add(from);
            boolean owner = link.to().classid() == Address.PG_NAMESPACE || link.type() == 'a';
            if (owner && !isKnown(from)) {
                owners.computeIfAbsent(from, address -> new HashSet<>())
                        .add(link.to().whole());
            }
        }
    }

    /** The addresses of what the catalog has no room for. */
    static List<Address> remainder(Addresses addresses, Wholes wholes, List<Link> links, List<Address> loners) {
        var coverage = new Coverage(addresses, wholes, links, loners);
        return coverage.all.stream()
                .filter(address -> !coverage.isKnown(address) && !coverage.isOutside(address))
                .toList();
    }

    private boolean isKnown(Address address) {
        return addresses.findObject(address) != null || wholes.find(address) != null;
    }

    /** Whether it is in a schema that does not count, or belongs to something that is, or to an extension's table. */
    private boolean isOutside(Address address) {
        return owners.getOrDefault(address, Set.of()).stream().anyMatch(this::keepsOutside);
    }

    private boolean keepsOutside(Address owner) {
        return owner.classid() == Address.PG_NAMESPACE
                ? !isKnown(owner)
                : wholes.isExtensions(owner) || (!isKnown(owner) && isOutside(owner));
    }

    /** What PostgreSQL calls what is at some addresses. */
    static List<Unseen> identify(Source source, List<Address> addresses) throws SQLException {
        if (addresses.isEmpty()) {
            return List.of();
        }
        return source.run(
                IDENTITIES,
                addresses.stream().map(Address::classid).toArray(Long[]::new),
                addresses.stream().map(Address::objid).toArray(Long[]::new));
    }
}
