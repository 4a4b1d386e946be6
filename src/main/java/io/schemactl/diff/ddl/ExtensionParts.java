package io.schemactl.diff.ddl;

import io.schemactl.catalog.Extension;
import io.schemactl.catalog.Options;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands about what was added to an extension's tables and views, and about privileges on its members. */
final class ExtensionParts {

    private static final Pattern COLUMNS =
            Pattern.compile("(TABLE %1$s\\.%1$s) \\((%1$s)\\)".formatted(ExtensionPart.NAME), Pattern.DOTALL);
    private static final Pattern GRANT =
            Pattern.compile("(\\w+)(\\*?) (PUBLIC|=owner|%s)".formatted(ExtensionPart.NAME));
    private static final String PRIVILEGES = "PRIVILEGES ON ";
    private static final String COMMENT = "COMMENT ON ";
    private static final String INITIALLY = "; initially ";

    private final Extension extension;

    private ExtensionParts(Extension extension) {
        this.extension = extension;
    }

    /**
     * The statements that turn the parts of one extension into those of another.
     *
     * @param gone what takes something away, which comes first
     * @param come what makes and changes something
     */
    record Changes(List<Statement> gone, List<Statement> come) {

        /** Copies the statements. */
        Changes {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    /** The statements that turn the parts of one extension into those of another. */
    static Changes changes(Extension from, Extension to) {
        return new ExtensionParts(to).changes(from.parts(), to.parts());
    }

    /** The statements that give the members of a new extension their privileges. */
    static List<Statement> privileges(Extension extension) {
        var wanted = new TreeMap<>(extension.parts().values());
        wanted.keySet().removeIf(name -> !name.startsWith(PRIVILEGES));
        return new ExtensionParts(extension)
                .changes(Options.none(), new Options(wanted))
                .come();
    }

    private Changes changes(Options from, Options to) {
        var names = new TreeSet<>(from.values().keySet());
        names.addAll(to.values().keySet());
        var gone = new TreeMap<Integer, List<Statement>>();
        var come = new TreeMap<Integer, List<Statement>>(Comparator.reverseOrder());
        for (String name : names) {
            String before = from.values().get(name);
            String after = to.values().get(name);
            if (Objects.equals(before, after)) {
                continue;
            }
            add(gone, rank(name, before), before == null ? List.of() : taking(name, before, after));
            add(come, rank(name, after), after == null ? List.of() : making(name, before, after));
        }
        return new Changes(all(gone), all(come));
    }

    private static List<Statement> all(Map<Integer, List<Statement>> ranks) {
        return ranks.values().stream().flatMap(List::stream).toList();
    }

    private static void add(Map<Integer, List<Statement>> all, int rank, List<Statement> statements) {
        all.computeIfAbsent(rank, place -> new ArrayList<>()).addAll(statements);
    }

    /** What needs others of them goes before these, and comes after them. */
    private static int rank(String name, @Nullable String definition) {
        if (isAnnotation(name)) {
            return 0;
        }
        ExtensionPart part = ExtensionPart.of(name);
        return switch (part.kind()) {
            case "COLUMN" -> 4;
            case "CONSTRAINT" -> definition != null && definition.startsWith("FOREIGN KEY") ? 2 : 3;
            case "INDEX" -> 3;
            default -> 1;
        };
    }

    private static boolean isAnnotation(String name) {
        return name.startsWith(PRIVILEGES) || name.startsWith(COMMENT);
    }

    private List<Statement> taking(String name, String before, @Nullable String after) {
        if (isAnnotation(name)) {
            return after == null ? annotation(name, before, null) : List.of();
        }
        ExtensionPart part = ExtensionPart.of(name);
        if (part.isProperty()) {
            return after == null ? part.alter(before, null) : List.of();
        }
        return part.isColumn() && after != null ? part.loosen(before, after) : part.drop(before);
    }

    private List<Statement> making(String name, @Nullable String before, String after) {
        if (isAnnotation(name)) {
            return annotation(name, before, after);
        }
        ExtensionPart part = ExtensionPart.of(name);
        if (!part.isProperty() && (before == null || !part.isColumn())) {
            return part.create(after);
        }
        List<Statement> changes = part.alter(before, after);
        boolean isLoosened = before != null && !part.loosen(before, after).isEmpty();
        if (changes.isEmpty() && !isLoosened) {
            throw new Unmigratable(
                    "EXTENSION " + extension.name().quoted(), "column %s of %s".formatted(part.name(), part.table()));
        }
        return changes;
    }

    private List<Statement> annotation(String name, @Nullable String before, @Nullable String after) {
        return name.startsWith(COMMENT)
                ? List.of(Statement.of(name + " IS " + (after == null ? "NULL" : Literal.of(after))))
                : grants(name.substring(PRIVILEGES.length()), before, after);
    }

    private List<Statement> grants(String target, @Nullable String before, @Nullable String after) {
        Set<String> old = before == null ? initial(after) : now(before);
        Set<String> wanted = after == null ? initial(before) : now(after);
        return Stream.concat(
                        old.stream().filter(grant -> !wanted.contains(grant)).map(grant -> grant(target, grant, false)),
                        wanted.stream().filter(grant -> !old.contains(grant)).map(grant -> grant(target, grant, true)))
                .map(Statement::of)
                .toList();
    }

    private static Set<String> now(String definition) {
        return grants(definition.substring(0, definition.lastIndexOf(INITIALLY)));
    }

    private static Set<String> initial(@Nullable String definition) {
        return definition == null
                ? Set.of()
                : grants(definition.substring(definition.lastIndexOf(INITIALLY) + INITIALLY.length()));
    }

    private static Set<String> grants(String text) {
        return GRANT.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private String grant(String target, String grant, boolean isGiven) {
        Matcher columns = COLUMNS.matcher(target);
        boolean isOfColumn = columns.matches();
        Matcher parts = GRANT.matcher(grant);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a grant: " + grant);
        }
        String privilege = parts.group(1) + (isOfColumn ? " (" + columns.group(2) + ")" : "");
        String on = isOfColumn ? columns.group(1) : target;
        String role = parts.group(3).equals("=owner") ? owner() : parts.group(3);
        return isGiven
                ? "GRANT %s ON %s TO %s%s"
                        .formatted(privilege, on, role, parts.group(2).isEmpty() ? "" : " WITH GRANT OPTION")
                : "REVOKE %s ON %s FROM %s".formatted(privilege, on, role);
    }

    private String owner() {
        return extension.attributes().owner() == null
                ? "CURRENT_USER"
                : extension.attributes().owner().quoted();
    }
}
