package io.schemactl.catalog.read;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Options;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The grants, comments and security labels of all objects, which are read before the objects. */
final class Annotations {

    /** For queries that are asked before. */
    static final Annotations NONE = new Annotations(List.of(), List.of());

    private final Map<Address, List<Grant>> grants = new HashMap<>();
    private final Map<Address, String> comments = new HashMap<>();
    private final Map<Address, TreeMap<String, String>> labels = new HashMap<>();

    Annotations(List<Granted> granted, List<Note> notes) {
        granted.forEach(each -> grants.put(each.address(), each.grants()));
        for (Note note : notes) {
            if (note.provider() == null) {
                comments.put(note.address(), note.text());
            } else {
                labels.computeIfAbsent(note.address(), address -> new TreeMap<>())
                        .put(note.provider(), note.text());
            }
        }
    }

    /** All attributes of the object at an address. */
    Attributes of(Address address, @Nullable Identifier owner) {
        List<Grant> list = grants.get(address);
        String comment = comments.get(address);
        TreeMap<String, String> values = labels.get(address);
        if (owner == null && list == null && values == null) {
            return Attributes.of(comment);
        }
        return new Attributes(owner, list, comment, values == null ? Options.none() : new Options(values));
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
     * @param text the comment or the label
     */
    record Note(Address address, @Nullable String provider, String text) {

        static final Query<Note> QUERY = Query.of("notes", Note::map);

        private static Note map(Row row) throws SQLException {
            return new Note(Address.in(row), row.findText("provider"), row.text("text"));
        }
    }
}
