package io.schemactl.catalog.read;

import io.schemactl.catalog.Unseen;
import java.sql.SQLException;
import java.util.ArrayList;
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

    /** What comes with every database has smaller numbers. */
    private static final long FIRST_OF_USERS = 16_384;

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

    /** What the catalog has no room for. */
    static List<Unseen> unseen(Source source, Wholes wholes, List<Link> links, List<Address> loners)
            throws SQLException {
        var coverage = new Coverage(source.addresses(), wholes, links, loners);
        var unseen = new ArrayList<>(coverage.annotations(source));
        List<Address> remainder = coverage.all.stream()
                .filter(address -> !coverage.isKnown(address) && !coverage.isOutside(address))
                .toList();
        unseen.addAll(identify(source, remainder));
        return unseen;
    }

    /** What is annotated although no catalog holds it, such as the array type of a type. */
    private List<Unseen> annotations(Source source) throws SQLException {
        var unseen = new ArrayList<Unseen>();
        for (Map.Entry<String, Set<Address>> entry :
                source.annotations().unclaimed().entrySet()) {
            List<Address> addresses = entry.getValue().stream()
                    .filter(address -> address.objid() >= FIRST_OF_USERS && !isIgnored(address))
                    .toList();
            identify(source, addresses).stream()
                    .map(object -> new Unseen(entry.getKey() + " " + object.kind(), object.identity()))
                    .forEach(unseen::add);
        }
        return unseen;
    }

    private boolean isIgnored(Address address) {
        Address whole = wholes.find(address);
        return wholes.isExtensions(address)
                || isOutside(address)
                || (whole != null && addresses.findObject(whole.whole()) == null && isIgnored(whole.whole()));
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

    private static List<Unseen> identify(Source source, List<Address> addresses) throws SQLException {
        if (addresses.isEmpty()) {
            return List.of();
        }
        return source.run(
                IDENTITIES,
                addresses.stream().map(Address::classid).toArray(Long[]::new),
                addresses.stream().map(Address::objid).toArray(Long[]::new));
    }
}
