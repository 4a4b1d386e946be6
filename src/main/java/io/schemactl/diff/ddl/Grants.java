package io.schemactl.diff.ddl;

import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Commands that grant and revoke; see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">section 5.8</a>.
 *
 * @param target the object as {@code GRANT … ON} names it
 * @param own what the owner may do if nothing was granted or revoked
 * @param everybody what everybody may do then
 * @param owner the owner, if it is not the role that runs the command
 */
record Grants(
        String target,
        List<String> own,
        List<String> everybody,
        @Nullable Identifier owner) {

    private static final List<String> OF_TABLES =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");

    /** The first major version with the privilege MAINTAIN. */
    private static final int MAINTAIN_SINCE = 17;

    /** The first major version in which not everybody may create objects in the schema {@code public}. */
    private static final int PUBLIC_CLOSED_SINCE = 15;

    static Grants of(String name, ObjectKey key, @Nullable Identifier owner, int majorVersion) {
        String identity = name.substring(name.indexOf('"'));
        return switch (key.kind()) {
            case TABLE, VIEW -> new Grants("TABLE " + identity, ofTables(majorVersion), List.of(), owner);
            case SEQUENCE -> new Grants("SEQUENCE " + identity, List.of("USAGE", "SELECT", "UPDATE"), List.of(), owner);
            case SCHEMA -> ofSchema(name, key, owner, majorVersion);
            case ROUTINE ->
                new Grants("ROUTINE " + ofRoutine(name, identity, key), List.of("EXECUTE"), List.of("EXECUTE"), owner);
            case SERVER -> new Grants("FOREIGN SERVER " + identity, List.of("USAGE"), List.of(), owner);
            case FOREIGN_DATA_WRAPPER -> new Grants(name, List.of("USAGE"), List.of(), owner);
            case DATABASE ->
                new Grants(
                        name,
                        List.of("CREATE", "CONNECT", "TEMPORARY"),
                        List.of("CONNECT", "TEMPORARY"),
                        CurrentDatabase.OWNER);
            default -> new Grants(name, List.of("USAGE"), List.of("USAGE"), owner);
        };
    }

    /** GRANT takes no aggregate as the other commands about aggregates take it. */
    private static String ofRoutine(String name, String identity, ObjectKey key) {
        return name.startsWith("AGGREGATE ") && key.schema() != null
                ? "%s(%s)"
                        .formatted(
                                new QualifiedName(key.schema(), key.name()).quoted(),
                                Objects.requireNonNullElse(key.arguments(), ""))
                : identity;
    }

    /** The schema {@code public} comes with every database, and with grants; in newer versions it is the database owner's. */
    private static Grants ofSchema(String name, ObjectKey key, @Nullable Identifier owner, int majorVersion) {
        List<String> all = List.of("USAGE", "CREATE");
        if (!isStandardSchema(key)) {
            return new Grants(name, all, List.of(), owner);
        }
        return new Grants(name, all, majorVersion < PUBLIC_CLOSED_SINCE ? all : List.of("USAGE"), owner);
    }

    /** Whether an object is the schema that every database begins with. */
    static boolean isStandardSchema(ObjectKey key) {
        return key.kind() == Kind.SCHEMA && key.name().name().equals("public");
    }

    /** The role that owns the schema {@code public} in the beginning; null if it is the one that made the server. */
    static @Nullable Identifier ownerOfStandardSchema(int majorVersion) {
        return majorVersion < PUBLIC_CLOSED_SINCE ? null : new Identifier("pg_database_owner");
    }

    private static List<String> ofTables(int majorVersion) {
        return majorVersion < MAINTAIN_SINCE
                ? OF_TABLES
                : Stream.concat(OF_TABLES.stream(), Stream.of("MAINTAIN")).toList();
    }

    /** Whether objects of a kind have grants. */
    static boolean exist(Kind kind) {
        return switch (kind) {
            case TABLE,
                    VIEW,
                    SEQUENCE,
                    SCHEMA,
                    ROUTINE,
                    SERVER,
                    FOREIGN_DATA_WRAPPER,
                    ENUM,
                    DOMAIN,
                    COMPOSITE_TYPE,
                    RANGE_TYPE,
                    BASE_TYPE,
                    LANGUAGE,
                    DATABASE -> true;
            default -> false;
        };
    }

    /** What leads from some grants to others; null means that nothing was granted or revoked. */
    List<Statement> changes(@Nullable List<Grant> from, @Nullable List<Grant> to, @Nullable Identifier column) {
        if (Objects.equals(from, to)) {
            return List.of();
        }
        var old = new TreeSet<>(from == null ? usual(column) : from);
        var wanted = new TreeSet<>(to == null ? usual(column) : to);
        var statements = new ArrayList<Statement>();
        old.stream()
                .filter(grant -> !wanted.contains(grant))
                .forEach(grant -> revoke(grant, wanted, column).forEach(statements::add));
        wanted.stream()
                .filter(grant -> !old.contains(grant))
                .map(grant -> grant(grant, column))
                .forEach(statements::add);
        return statements;
    }

    /**
     * What a column has been granted when the grants of its table have changed: what is revoked there is revoked from all columns.
     *
     * @param held what the column has been granted before
     * @param from the grants of the table before
     * @param to the grants of the table after
     */
    @Nullable
    List<Grant> left(@Nullable List<Grant> held, @Nullable List<Grant> from, @Nullable List<Grant> to) {
        if (held == null || Objects.equals(from, to)) {
            return held;
        }
        var wanted = new TreeSet<>(to == null ? usual(null) : to);
        Set<Grant> revoked = new TreeSet<>(from == null ? usual(null) : from);
        revoked.removeAll(wanted);
        return held.stream().flatMap(grant -> left(grant, revoked, wanted)).toList();
    }

    private static Stream<Grant> left(Grant held, Set<Grant> revoked, Set<Grant> wanted) {
        var plain = new Grant(held.grantee(), held.privilege(), false);
        var passable = new Grant(held.grantee(), held.privilege(), true);
        if (revoked.contains(passable) && wanted.contains(plain)) {
            return Stream.of(plain);
        }
        boolean isRevoked = revoked.contains(passable) || (revoked.contains(plain) && !wanted.contains(passable));
        return isRevoked ? Stream.empty() : Stream.of(held);
    }

    /** What is left of grants when an object gets another owner: what that role had before is the owner's. */
    static List<Grant> passedOn(List<Grant> grants, Identifier owner) {
        var passed = new TreeSet<Grant>();
        for (Grant grant : grants) {
            String grantee = grant.grantee().equals(owner.name()) ? Grant.OWNER : grant.grantee();
            passed.add(new Grant(grantee, grant.privilege(), grant.grantable()));
        }
        passed.removeIf(
                grant -> !grant.grantable() && passed.contains(new Grant(grant.grantee(), grant.privilege(), true)));
        return List.copyOf(passed);
    }

    /** What is granted if nothing was granted or revoked. */
    List<Grant> usual(@Nullable Identifier column) {
        return column != null
                ? List.of()
                : Stream.concat(
                                own.stream().map(privilege -> new Grant(Grant.OWNER, privilege, false)),
                                everybody.stream().map(privilege -> new Grant(Grant.PUBLIC, privilege, false)))
                        .toList();
    }

    /** What stays without the right to pass it on only loses that. */
    private Stream<Statement> revoke(Grant grant, TreeSet<Grant> wanted, @Nullable Identifier column) {
        boolean stays = wanted.contains(new Grant(grant.grantee(), grant.privilege(), !grant.grantable()));
        if (stays && !grant.grantable()) {
            return Stream.empty();
        }
        return Stream.of(Statement.of("REVOKE %s%s ON %s FROM %s"
                .formatted(stays ? "GRANT OPTION FOR " : "", privilege(grant, column), target, role(grant))));
    }

    private Statement grant(Grant grant, @Nullable Identifier column) {
        return Statement.of("GRANT %s ON %s TO %s%s"
                .formatted(
                        privilege(grant, column), target, role(grant), grant.grantable() ? " WITH GRANT OPTION" : ""));
    }

    private static String privilege(Grant grant, @Nullable Identifier column) {
        return grant.privilege() + (column == null ? "" : " (" + column.quoted() + ")");
    }

    private String role(Grant grant) {
        return switch (grant.grantee()) {
            case Grant.PUBLIC -> "PUBLIC";
            case Grant.OWNER -> owner == null ? "CURRENT_USER" : owner.quoted();
            default -> new Identifier(grant.grantee()).quoted();
        };
    }
}
