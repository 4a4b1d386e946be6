package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.Relation;
import io.schemactl.diff.TypeChange;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks through domains at what is stored. */
public final class StoredTypes {

    private final Context context;

    StoredTypes(Context context) {
        this.context = context;
    }

    /** Whether all rows are written anew when a column's type changes. */
    boolean rewrites(String from, String to) {
        // The length of a domain's values is not the column's: each is cut or rounded again.
        boolean isMeasured = !below(context.from(), from).equals(from)
                && below(context.to(), to).contains("(");
        return change(from, to).rewrites() || isMeasured || (!from.equals(to) && isConstrained(to));
    }

    /** What becomes of the values that are stored when a column's type changes. */
    TypeChange change(String from, String to) {
        return new TypeChange(below(context.from(), from), below(context.to(), to));
    }

    /** Whether values may be changed without an error; an enum's labels are no longer than a name. */
    boolean isLossy(String from, String to) {
        TypeChange change = change(from, to);
        boolean isLabel = change.to().equals("name")
                && context.from()
                        .all(EnumType.class)
                        .anyMatch(type -> type.name().display().equals(change.from()));
        return change.isLossy() && !isLabel;
    }

    private static String below(Catalog catalog, String type) {
        return findDomain(catalog, type)
                .map(domain -> below(catalog, domain.type()))
                .orElse(type);
    }

    /** Whether a type is a domain that each value must be checked against. */
    boolean isConstrained(String type) {
        return findDomain(context.to(), type)
                .filter(domain -> domain.notNull() || !domain.checks().isEmpty() || isConstrained(domain.type()))
                .isPresent();
    }

    /**
     * The condition that a column's value is there, from which PostgreSQL concludes that SET NOT NULL needs no scan.
     *
     * @param column the column, as SQL has it
     * @param type its type
     */
    public static String present(Catalog catalog, String column, String type) {
        return column + (isRow(catalog, type) ? " IS DISTINCT FROM NULL" : " IS NOT NULL");
    }

    /** The condition that a column's value is not there. */
    public static String absent(Catalog catalog, String column, String type) {
        return column + (isRow(catalog, type) ? " IS NOT DISTINCT FROM NULL" : " IS NULL");
    }

    /** Whether values are rows, of which {@code IS NOT NULL} says that none of their columns is NULL. */
    private static boolean isRow(Catalog catalog, String type) {
        String below = below(catalog, type);
        return Stream.concat(
                        catalog.all(Relation.class).map(Relation::name),
                        catalog.all(CompositeType.class).map(CompositeType::name))
                .anyMatch(name -> name.display().equals(below));
    }

    /** Whether a type is a domain without NULL. */
    boolean isNotNull(String type) {
        return findDomain(context.to(), type)
                .filter(domain -> domain.notNull() || isNotNull(domain.type()))
                .isPresent();
    }

    /** The default that a type gives to columns that have none. */
    Optional<String> findDefault(String type) {
        return findDomain(context.to(), type).map(Domain::defaultExpression);
    }

    private static Optional<Domain> findDomain(Catalog catalog, String type) {
        return catalog.all(Domain.class)
                .filter(domain -> domain.name().display().equals(type))
                .findFirst();
    }
}
