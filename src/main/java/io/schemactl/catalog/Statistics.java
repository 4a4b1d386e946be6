package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An extended statistics object.
 *
 * @param name its name
 * @param relation the table or materialized view
 * @param types what is gathered over the columns and expressions together; empty if there is only one expression
 * @param columns the columns, sorted: PostgreSQL does not keep their order
 * @param expressions the expressions, in their order, as PostgreSQL prints them
 * @param target the statistics target, if it is not the default
 * @param attributes its owner, grants, comment and labels
 */
public record Statistics(
        QualifiedName name,
        QualifiedName relation,
        List<Type> types,
        List<Identifier> columns,
        List<String> expressions,
        @Nullable Integer target,
        Attributes attributes)
        implements CatalogObject {

    /** Sorts what has no order. */
    public Statistics {
        types = types.stream().sorted().toList();
        columns = columns.stream().sorted().toList();
        expressions = List.copyOf(expressions);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.STATISTICS, name);
    }

    @Override
    public Statistics with(Attributes changed) {
        return new Statistics(name, relation, types, columns, expressions, target, changed);
    }

    /** What statistics can be gathered. */
    public enum Type {
        /** The number of distinct combinations. */
        NDISTINCT,
        /** Which columns determine others. */
        DEPENDENCIES,
        /** The most common combinations. */
        MCV;

        /** The type in PostgreSQL's words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
