package io.schemactl.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a comparison of catalogs may leave aside. */
public enum Aspect {
    /** Who owns objects. */
    OWNER,
    /** Who may do what with objects, and default privileges. */
    GRANTS,
    /** Comments. */
    COMMENTS,
    /** Security labels. */
    LABELS,
    /** In which tablespaces tables and indexes are. */
    TABLESPACE,
    /** The order of tables' columns. */
    COLUMN_ORDER,
    /** Storage parameters, access methods of tables, and how columns are stored and compressed. */
    STORAGE,
    /** Statistics targets and extended statistics. */
    STATISTICS,
    /** The versions of extensions. */
    EXTENSION_VERSION,
    /** Publications. */
    PUBLICATIONS,
    /** Subscriptions. */
    SUBSCRIPTIONS;

    /** The aspect as users write it, such as {@code column-order}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The aspect with a word. */
    public static Optional<Aspect> find(String word) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.word().equals(word))
                .findFirst();
    }
}
