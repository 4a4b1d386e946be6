package io.schemactl.rows;

import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Table;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses keys for tables that need each other's rows before there are any. */
final class Circles {

    private final Shapes shapes;
    private final Types types;
    private final Partitions partitions;
    private final Values values;
    private final References references;

    Circles(Shapes shapes, Types types, Partitions partitions, Values values, References references) {
        this.shapes = shapes;
        this.types = types;
        this.partitions = partitions;
        this.values = values;
        this.references = references;
    }

    /**
     * Promises a key for each foreign key between tables.
     *
     * @param same whether all columns of one type get one value, for tables that share a key
     */
    void promise(List<Table> tables, boolean same) throws SQLException {
        Set<QualifiedName> names =
                new HashSet<>(tables.stream().map(Table::name).toList());
        Map<Type.Use, String> shared = new HashMap<>();
        for (Table table : tables) {
            for (ForeignKey key : shapes.foreignKeys(table.name())) {
                if (names.contains(partitions.rootOf(key.referenced()))) {
                    promise(key, same ? shared : new HashMap<>());
                }
            }
        }
    }

    private void promise(ForeignKey key, Map<Type.Use, String> shared) throws SQLException {
        var texts = new ArrayList<String>();
        for (Identifier column : key.referencedColumns()) {
            Optional<Types.ColumnType> type = types.findColumn(key.referenced(), column);
            if (type.isEmpty()) {
                return;
            }
            String known = shared.get(type.get().use());
            Optional<String> text =
                    known != null ? Optional.of(known) : values.draw(type.get().use());
            if (text.isEmpty()) {
                return;
            }
            shared.put(type.get().use(), text.get());
            texts.add(text.get());
        }
        references.promise(References.Columns.of(key), texts);
    }
}
