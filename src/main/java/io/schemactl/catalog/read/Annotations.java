package io.schemactl.catalog.read;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Options;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The grants, comments and security labels of all objects, which are read before the objects. */
final class Annotations {

    private final Map<Address, List<Grant>> grants = new HashMap<>();
    private final Map<Address, String> comments = new HashMap<>();
    private final Map<Address, TreeMap<String, String>> labels = new HashMap<>();
    private final Map<Address, List<Identifier>> extensions = new HashMap<>();
    private final Set<Address> claimed = new HashSet<>();

    /** None, for queries that are asked before. */
    Annotations() {
        this(List.of(), List.of());
    }

    Annotations(List<Granted> granted, List<Note> notes) {
        granted.forEach(each -> grants.put(each.address(), each.grants()));
        for (Note note : notes) {
            if (note.extension() != null) {
                extensions
                        .computeIfAbsent(note.address(), address -> new ArrayList<>())
                        .add(note.extension());
            } else if (note.provider() == null) {
                comments.put(note.address(), note.text());
            } else {
                labels.computeIfAbsent(note.address(), address -> new TreeMap<>())
                        .put(note.provider(), note.text());
            }
        }
    }

    /** All attributes of the object at an address, which claims them. */
    Attributes of(Address address, @Nullable Identifier owner) {
        claimed.add(address);
        List<Grant> list = grants.get(address);
        String comment = comments.get(address);
        TreeMap<String, String> values = labels.get(address);
        List<Identifier> needed = extensions.getOrDefault(address, List.of());
        return Attributes.of(owner, list, comment, values == null ? Options.none() : new Options(values), needed);
    }

    /** The addresses whose attributes no object has claimed, by what is there. */
    Map<String, Set<Address>> unclaimed() {
        var unclaimed = new TreeMap<String, Set<Address>>();
        unclaimed.put("comment on", without(comments.keySet()));
        unclaimed.put("extension for", without(extensions.keySet()));
        unclaimed.put("grants on", without(grants.keySet()));
        unclaimed.put("security label on", without(labels.keySet()));
        return unclaimed;
    }

    private Set<Address> without(Set<Address> addresses) {
        return addresses.stream()
                .filter(address -> !claimed.contains(address))
                .map(Address::whole)
                .collect(Collectors.toSet());
    }

    /**
     * A row of {@code grants.sql}.
     *
     * @param address the object or column
     * @param grants who may do what with it
     */
    record Granted(Address address, List<Grant> grants) {

        static final Query<Granted> QUERY = Query.of("grants", Granted::map);

        private static Granted map(Row row) throws SQLException {
            return new Granted(
                    Address.in(row),
                    row.list("grants").stream().map(Granted::grant).toList());
        }

        private static Grant grant(String text) {
            int space = text.indexOf(' ');
            boolean grantable = text.charAt(space - 1) == '*';
            return new Grant(text.substring(space + 1), text.substring(0, grantable ? space - 1 : space), grantable);
        }
    }

    /**
     * A row of {@code notes.sql}.
     *
     * @param address the object or column
     * @param provider a label's provider; null for a comment
     * @param extension an extension that takes the object with it; null for a comment or a label
     * @param text the comment or the label
     */
    record Note(
            Address address,
            @Nullable String provider,
            @Nullable Identifier extension,
            String text) {

        static final Query<Note> QUERY = Query.of("notes", Note::map);

        private static Note map(Row row) throws SQLException {
            return new Note(
                    Address.in(row), row.findText("provider"), row.findIdentifier("extension"), row.text("text"));
        }
    }
}
