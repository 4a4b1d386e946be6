package io.schemactl.catalog;

import java.util.Comparator;

/**
 * An object in a user's database that no catalog holds, in the words of
 * <a href="https://www.postgresql.org/docs/current/functions-info.html">pg_identify_object</a>.
 *
 * @param kind the kind of object, such as {@code cast}
 * @param identity its name, such as {@code (integer AS public.money2)}
 */
public record Unseen(String kind, String identity) implements Comparable<Unseen> {

    private static final Comparator<Unseen> ORDER =
            Comparator.comparing(Unseen::kind).thenComparing(Unseen::identity);

    @Override
    public int compareTo(Unseen other) {
        return ORDER.compare(this, other);
    }
}
