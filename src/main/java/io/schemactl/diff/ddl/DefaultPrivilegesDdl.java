package io.schemactl.diff.ddl;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.DefaultPrivileges;
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Commands about default privileges; see
 * <a href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html">ALTER DEFAULT PRIVILEGES</a>. They are not made
 * and dropped, but changed from PostgreSQL's own and back to these.
 */
final class DefaultPrivilegesDdl implements Ddl<DefaultPrivileges> {

    /** The version from which on there is a privilege to maintain tables. */
    private static final int MAINTAIN = 17;

    @Override
    public String name(DefaultPrivileges privileges) {
        Identifier schema = privileges.schema();
        return "DEFAULT PRIVILEGES FOR ROLE %s%s"
                .formatted(privileges.role().quoted(), schema == null ? "" : " IN SCHEMA " + schema.quoted());
    }

    @Override
    public List<Step> create(DefaultPrivileges privileges, Context context) {
        return List.of(Step.making(Part.of(privileges.key()), changes(builtIn(privileges, context), privileges)));
    }

    @Override
    public List<Step> drop(DefaultPrivileges privileges, Context context) {
        return List.of(Step.taking(Part.of(privileges.key()), changes(privileges, builtIn(privileges, context))));
    }

    @Override
    public Optional<List<Step>> alter(DefaultPrivileges from, DefaultPrivileges to, Context context) {
        return from.key().equals(to.key())
                ? Optional.of(List.of(Step.changing(Part.of(to.key()), changes(from, to))))
                : Optional.empty();
    }

    /** What PostgreSQL grants by itself (section 5.8 of the manual); in a schema nothing comes to that. */
    private static DefaultPrivileges builtIn(DefaultPrivileges like, Context context) {
        var grants = new ArrayList<Grant>();
        if (like.schema() == null) {
            ofOwner(like.type(), context.majorVersion())
                    .forEach(privilege -> grants.add(new Grant(Grant.OWNER, privilege, false)));
            ofPublic(like.type()).forEach(privilege -> grants.add(new Grant(Grant.PUBLIC, privilege, false)));
        }
        return new DefaultPrivileges(like.role(), like.schema(), like.type(), grants, Attributes.none());
    }

    private static Stream<String> ofOwner(DefaultPrivileges.Type type, int majorVersion) {
        return switch (type) {
            case TABLES ->
                Stream.concat(
                        Stream.of("INSERT", "SELECT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"),
                        majorVersion >= MAINTAIN ? Stream.of("MAINTAIN") : Stream.of());
            case SEQUENCES -> Stream.of("USAGE", "SELECT", "UPDATE");
            case ROUTINES -> Stream.of("EXECUTE");
            case TYPES -> Stream.of("USAGE");
            case SCHEMAS -> Stream.of("USAGE", "CREATE");
            case LARGE_OBJECTS -> Stream.of("SELECT", "UPDATE");
        };
    }

    private static Stream<String> ofPublic(DefaultPrivileges.Type type) {
        return switch (type) {
            case ROUTINES -> Stream.of("EXECUTE");
            case TYPES -> Stream.of("USAGE");
            case TABLES, SEQUENCES, SCHEMAS, LARGE_OBJECTS -> Stream.of();
        };
    }

    private Statement[] changes(DefaultPrivileges from, DefaultPrivileges to) {
        SortedMap<Change, List<String>> changes = new TreeMap<>();
        SortedMap<Held, Boolean> before = held(from);
        SortedMap<Held, Boolean> after = held(to);
        before.forEach((held, grantable) -> {
            if (!after.containsKey(held)) {
                add(changes, Verb.REVOKE, held);
            } else if (grantable && !after.getOrDefault(held, false)) {
                add(changes, Verb.REVOKE_GRANT_OPTION, held);
            }
        });
        after.forEach((held, grantable) -> {
            if (!before.containsKey(held) || (grantable && !before.getOrDefault(held, false))) {
                add(changes, grantable ? Verb.GRANT_WITH_GRANT_OPTION : Verb.GRANT, held);
            }
        });
        return changes.entrySet().stream()
                .map(change -> Statement.of(sql(to, change.getKey(), String.join(", ", change.getValue()))))
                .toArray(Statement[]::new);
    }

    private static SortedMap<Held, Boolean> held(DefaultPrivileges privileges) {
        var held = new TreeMap<Held, Boolean>();
        privileges
                .grants()
                .forEach(grant -> held.merge(
                        new Held(grant.grantee(), grant.privilege()), grant.grantable(), Boolean::logicalOr));
        return held;
    }

    private static void add(SortedMap<Change, List<String>> changes, Verb verb, Held held) {
        changes.computeIfAbsent(new Change(verb, held.grantee()), change -> new ArrayList<>())
                .add(held.privilege());
    }

    private String sql(DefaultPrivileges privileges, Change change, String names) {
        String type = privileges.type().word().toUpperCase(Locale.ROOT);
        String grantee = grantee(privileges, change.grantee());
        String action = switch (change.verb()) {
            case REVOKE -> "REVOKE %s ON %s FROM %s";
            case REVOKE_GRANT_OPTION -> "REVOKE GRANT OPTION FOR %s ON %s FROM %s";
            case GRANT -> "GRANT %s ON %s TO %s";
            case GRANT_WITH_GRANT_OPTION -> "GRANT %s ON %s TO %s WITH GRANT OPTION";
        };
        return "ALTER " + name(privileges) + " " + action.formatted(names, type, grantee);
    }

    private static String grantee(DefaultPrivileges privileges, String grantee) {
        return switch (grantee) {
            case Grant.PUBLIC -> "PUBLIC";
            case Grant.OWNER -> privileges.role().quoted();
            default -> new Identifier(grantee).quoted();
        };
    }

    /** What a role may do, grantable or not. */
    private record Held(String grantee, String privilege) implements Comparable<Held> {
        @Override
        public int compareTo(Held other) {
            int byGrantee = grantee.compareTo(other.grantee);
            return byGrantee != 0 ? byGrantee : privilege.compareTo(other.privilege);
        }
    }

    /** The changes of privileges, in the order in which they are made. */
    private enum Verb {
        REVOKE,
        REVOKE_GRANT_OPTION,
        GRANT,
        GRANT_WITH_GRANT_OPTION
    }

    /** What is done to a role. */
    private record Change(Verb verb, String grantee) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            int byVerb = verb.compareTo(other.verb);
            return byVerb != 0 ? byVerb : grantee.compareTo(other.grantee);
        }
    }
}
