package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.UserMapping;
import io.schemactl.db.WorkConnection;
import io.schemactl.diff.ddl.Commands;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The options of user mappings, whose values nobody reads: the copy of a schema has them too, with other values, so that scripts can
 * be tried that have nothing to do with them, or drop them.
 */
final class SecretOptions {

    /** Some wrappers want a text, others of their options a truth value or a number. */
    private static final List<String> VALUES = List.of("unknown", "true", "1");

    private SecretOptions() {}

    /** The same without the options. */
    static Reading without(Reading reading) {
        return with(
                reading,
                mapping -> new UserMapping(mapping.role(), mapping.server(), List.of(), false, mapping.attributes()));
    }

    /** What a copy contains, where the options are hidden that are hidden in the original. */
    static Reading hidden(Reading copy, Catalog original) {
        return with(
                copy,
                mapping -> original.find(UserMapping.class, mapping.key())
                        .filter(UserMapping::optionsHidden)
                        .orElse(mapping));
    }

    private static Reading with(Reading reading, UnaryOperator<UserMapping> change) {
        var objects = new TreeMap<>(reading.catalog().objects());
        objects.replaceAll((key, object) -> changed(object, change));
        return new Reading(
                new Catalog(objects, reading.catalog().owner()),
                reading.dependencies(),
                reading.unseen(),
                reading.majorVersion());
    }

    private static CatalogObject changed(CatalogObject object, UnaryOperator<UserMapping> change) {
        return object instanceof UserMapping mapping ? change.apply(mapping) : object;
    }

    /**
     * Gives the mappings of a copy their options.
     *
     * @throws SQLException if the server takes none of the values
     */
    static void add(Catalog original, WorkConnection connection) throws SQLException {
        for (UserMapping mapping : original.all(UserMapping.class).toList()) {
            for (String option : mapping.optionNames()) {
                add(mapping, option, connection);
            }
        }
    }

    private static void add(UserMapping mapping, String option, WorkConnection connection) throws SQLException {
        SQLException last = null;
        for (String value : VALUES) {
            try {
                connection.execute("ALTER %s OPTIONS (ADD %s %s)"
                        .formatted(
                                Commands.about(mapping).name(mapping),
                                new Identifier(option).quoted(),
                                Literal.of(value)));
                return;
            } catch (SQLException e) {
                last = e;
            }
        }
        if (last != null) {
            throw last;
        }
    }
}
