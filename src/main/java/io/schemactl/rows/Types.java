package io.schemactl.rows;

import io.schemactl.db.WorkConnection;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of a database, and those of its columns. */
final class Types {

    /**
     * A column's type.
     *
     * @param use the type with its modifier
     * @param written as {@code format_type} prints it
     */
    record ColumnType(Type.Use use, String written) {}

    private final Map<Long, Type> types;
    private final Map<QualifiedName, Map<Identifier, ColumnType>> columns;

    private Types(Map<Long, Type> types, Map<QualifiedName, Map<Identifier, ColumnType>> columns) {
        this.types = types;
        this.columns = columns;
    }

    /** Reads them from a database. */
    static Types load(WorkConnection connection) throws SQLException {
        var labels = new HashMap<Long, List<String>>();
        Queries.run(connection, "labels.sql", row -> add(labels, row.getLong("type"), row.getString("label")));
        var checks = new HashMap<Long, List<String>>();
        Queries.run(
                connection, "domain-checks.sql", row -> add(checks, row.getLong("type"), row.getString("expression")));
        var attributes = new HashMap<Long, List<Type.Use>>();
        var columns = new HashMap<QualifiedName, Map<Identifier, ColumnType>>();
        Queries.run(connection, "columns.sql", row -> {
            var use = new Type.Use(row.getLong("type"), row.getInt("modifier"));
            columns.computeIfAbsent(
                            QualifiedName.of(row.getString("schema"), row.getString("relation")),
                            relation -> new LinkedHashMap<>())
                    .put(new Identifier(row.getString("name")), new ColumnType(use, row.getString("written")));
            return add(attributes, row.getLong("row_type"), use);
        });
        var types = new HashMap<Long, Type>();
        Queries.run(connection, "types.sql", row -> {
            long id = row.getLong("id");
            var details = new Type.Details(
                    labels.getOrDefault(id, List.of()),
                    attributes.getOrDefault(id, List.of()),
                    checks.getOrDefault(id, List.of()));
            var type = new Type(
                    id,
                    row.getString("schema"),
                    row.getString("name"),
                    row.getString("category").charAt(0),
                    Type.Form.of(row.getString("form")),
                    new Type.Use(row.getLong("part"), row.getInt("part_modifier")),
                    row.getBoolean("not_null"),
                    details);
            types.put(id, type);
            return type;
        });
        return new Types(types, columns);
    }

    private static <T> boolean add(Map<Long, List<T>> map, long id, T value) {
        return map.computeIfAbsent(id, key -> new ArrayList<>()).add(value);
    }

    /** The type with an identifier. */
    Optional<Type> find(long id) {
        return Optional.ofNullable(types.get(id));
    }

    /** The type of a column; empty if the table has none of this name by now. */
    Optional<ColumnType> findColumn(QualifiedName table, Identifier column) {
        return Optional.ofNullable(columns.getOrDefault(table, Map.of()).get(column));
    }

    /** The type below all domains. */
    Type.Use below(Type.Use use) {
        Type.Use at = use;
        for (Type type = types.get(at.type());
                type != null && type.form() == Type.Form.DOMAIN;
                type = types.get(at.type())) {
            at = type.part();
        }
        return at;
    }

    /** Whether a type, or a domain below it, refuses NULL. */
    boolean refusesNull(Type.Use use) {
        for (Type type = types.get(use.type());
                type != null && type.form() == Type.Form.DOMAIN;
                type = types.get(type.part().type())) {
            if (type.notNull()) {
                return true;
            }
        }
        return false;
    }
}
