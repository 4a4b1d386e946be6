package io.schemactl.catalog;

import java.util.Comparator;

/**
 * A privilege that a role has on an object (see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">section 5.8</a>).
 *
 * @param grantee who has it: a role's name, {@link #PUBLIC} or {@link #OWNER}
 * @param privilege what it allows, such as {@code SELECT}
 * @param grantable whether the grantee may pass it on
 */
public record Grant(String grantee, String privilege, boolean grantable) implements Comparable<Grant> {

    /** Every role. No role can have this name. */
    public static final String PUBLIC = "=public";

    /** The object's owner, whoever that is. */
    public static final String OWNER = "=owner";

    private static final Comparator<Grant> ORDER =
            Comparator.comparing(Grant::grantee).thenComparing(Grant::privilege).thenComparing(Grant::grantable);

    @Override
    public int compareTo(Grant other) {
        return ORDER.compare(this, other);
    }
}
