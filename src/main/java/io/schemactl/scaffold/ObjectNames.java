package io.schemactl.scaffold;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.PlainNames;
import io.schemactl.sql.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that new objects get. */
final class ObjectNames {

    /** PostgreSQL cuts a longer name without asking (NAMEDATALEN). */
    private static final int LONGEST = 63;

    /** What is put behind a name that was cut, so that two of one beginning stay two: a line and eight hexadecimal digits. */
    private static final int MARK = 9;

    private ObjectNames() {}

    static Identifier primaryKey(Identifier table) {
        return joined(Stream.of(table.name(), "pkey"));
    }

    static Identifier foreignKey(Identifier table, List<Identifier> columns) {
        return of("fk", table, columns);
    }

    static Identifier check(Identifier table, Identifier column) {
        return of("check", table, List.of(column));
    }

    static Identifier unique(Identifier table, Identifier column) {
        return of("unique", table, List.of(column));
    }

    static Identifier index(Identifier table, List<String> keys, String method, boolean unique) {
        return joined(Stream.of(
                        Stream.of("ix", table.name()),
                        unique ? Stream.of("unique") : Stream.<String>of(),
                        keys.stream(),
                        method.equals("btree") ? Stream.<String>of() : Stream.of(method))
                .flatMap(parts -> parts));
    }

    private static Identifier of(String prefix, Identifier table, List<Identifier> columns) {
        return joined(
                Stream.concat(Stream.of(prefix, table.name()), columns.stream().map(Identifier::name)));
    }

    private static Identifier joined(Stream<String> parts) {
        String name = parts.collect(Collectors.joining("_"));
        return new Identifier(isTooLong(name) ? cut(name, LONGEST - MARK) + "_%08x".formatted(name.hashCode()) : name);
    }

    /** Whether PostgreSQL would cut a name. */
    static boolean isTooLong(String name) {
        return bytes(name) > LONGEST;
    }

    private static String cut(String name, int most) {
        String cut = name;
        while (bytes(cut) > most) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The first of a name, the name with 2, with 3 and so on that is not taken. */
    static Identifier free(Identifier wanted, Predicate<Identifier> isTaken) {
        Identifier name = wanted;
        for (int number = 2; isTaken.test(name); number++) {
            String suffix = "_" + number;
            name = new Identifier(cut(wanted.name(), LONGEST - suffix.length()) + suffix);
        }
        return name;
    }

    /** A name for SQL that people read: in quotes only where it needs them. */
    static String sql(Identifier name) {
        return PlainNames.unquoted(name.quoted());
    }

    /** The same with a schema. */
    static String sql(QualifiedName name) {
        return PlainNames.unquoted(name.quoted());
    }

    /** What is said of something until somebody says more: its name in words. */
    static String comment(Identifier name) {
        String words = name.name().replace('_', ' ').strip();
        return words.isEmpty() ? name.name() : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
