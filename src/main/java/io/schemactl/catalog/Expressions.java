package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server's opinion on whether two texts mean the same. Nothing is executed to find out. */
public interface Expressions {

    /** What the server makes of type names, by the names as they were given. */
    Map<String, TypeName> types(Set<String> names);

    /** The verdicts on some comparisons, in their order. */
    List<Verdict> compare(List<Comparison> comparisons);

    /**
     * What the server makes of a type's name.
     *
     * @param printed the type as the server prints it, or as it was given if there is an error
     * @param error why the server does not know the type
     */
    record TypeName(String printed, @Nullable String error) {}

    /**
     * Two texts that may mean the same.
     *
     * @param context where they stand
     * @param expected a text that somebody wrote
     * @param actual a text that the server printed
     */
    record Comparison(Context context, String expected, String actual) {}

    /** Where an expression stands, and so what it may refer to. */
    sealed interface Context {}

    /**
     * In a relation: a check, a predicate, an index key or a generated column.
     *
     * @param name the relation
     * @param columns its columns
     */
    record InRelation(QualifiedName name, List<Column> columns) implements Context {
        /** Copies the columns. */
        public InRelation {
            columns = List.copyOf(columns);
        }
    }

    /**
     * In a trigger's condition, which knows the old and the new row.
     *
     * @param relation the trigger's table
     */
    record InTrigger(InRelation relation) implements Context {}

    /**
     * In a domain's check, which knows {@code VALUE}.
     *
     * @param type the type below the domain
     */
    record InDomain(String type) implements Context {}

    /**
     * As a default, which refers to nothing.
     *
     * @param type the type that it is converted to
     */
    record AsDefault(String type) implements Context {}

    /** As a whole query, such as a view's. */
    record AsQuery() implements Context {}

    /**
     * What the server says to a comparison.
     *
     * @param answer whether the texts mean the same
     * @param reason why there is no better answer
     */
    record Verdict(Answer answer, @Nullable String reason) {}

    /** Whether two texts mean the same. */
    enum Answer {
        /** They do. */
        SAME,
        /** They do not. */
        DIFFERENT,
        /** The expected text has no meaning. */
        INVALID,
        /** The texts differ, and the server cannot be asked what they mean. */
        UNDECIDED
    }

    /** The columns of a relation, as a context. */
    static InRelation in(Relation relation) {
        return new InRelation(relation.name(), relation.columns());
    }

    /** A column of the given name in a context, for texts that refer to a value without a table. */
    static Column value(Identifier name, String type) {
        return new Column(
                name,
                type,
                null,
                false,
                null,
                null,
                null,
                new Column.Storage(null, null, null, Options.none(), Options.none()),
                false,
                Attributes.none());
    }
}
