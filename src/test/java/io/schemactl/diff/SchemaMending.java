package io.schemactl.diff;

import io.schemactl.diff.GeneratedSchema.Column;
import io.schemactl.diff.GeneratedSchema.Function;
import io.schemactl.diff.GeneratedSchema.Index;
import io.schemactl.diff.GeneratedSchema.Table;
import io.schemactl.diff.GeneratedSchema.Thing;
import io.schemactl.diff.GeneratedSchema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes away whatever refers to something that a schema no longer has. */
final class SchemaMending {

    private final GeneratedSchema schema;
    private final List<Thing> early;
    private final Set<String> types;
    private final List<Function> functions;

    private SchemaMending(GeneratedSchema schema) {
        this.schema = schema;
        Set<String> simple = Stream.concat(
                        schema.enums().stream().map(GeneratedSchema.EnumType::name),
                        schema.domains().stream().map(GeneratedSchema.Domain::name))
                .collect(Collectors.toSet());
        this.early = schema.things().stream()
                .filter(Thing::isEarly)
                .filter(thing -> simple.containsAll(thing.uses()))
                .toList();
        this.types =
                Stream.concat(simple.stream(), early.stream().map(Thing::name)).collect(Collectors.toSet());
        this.functions = schema.functions().stream()
                .filter(function -> isKnown(function.result()))
                .filter(function -> function.argument() == null || isKnown(function.argument()))
                .map(this::mended)
                .toList();
    }

    static GeneratedSchema mended(GeneratedSchema schema) {
        return new SchemaMending(schema).mended();
    }

    private GeneratedSchema mended() {
        List<Table> tables = schema.tables().stream().map(this::mended).toList();
        List<View> views = views(tables);
        var known = new HashSet<>(types);
        schema.enums().forEach(type -> type.labels().forEach(label -> known.add(type.name() + ":" + label)));
        tables.forEach(table -> addFacts(known, table));
        List<Thing> things = new ArrayList<>(early);
        for (Thing thing : schema.things()) {
            if (!thing.isEarly() && known.containsAll(thing.uses())) {
                things.add(thing);
                known.add(thing.name());
            }
        }
        return new GeneratedSchema(schema.enums(), schema.domains(), functions, tables, views, things);
    }

    private static void addFacts(Set<String> known, Table table) {
        known.add(table.name());
        known.add(table.name() + (table.partitions() == null ? ":plain" : "_p0"));
        for (Column column : table.columns()) {
            known.add(table.name() + "." + column.name());
            known.add(table.name() + "." + column.name() + ":" + column.type());
        }
    }

    private boolean isKnown(String type) {
        return !type.matches("[edk]_.*") || types.contains(type.replace("[]", ""));
    }

    private Function mended(Function function) {
        return new Function(
                function.name(),
                function.argument(),
                function.result(),
                label(function.result()).orElse(function.value()),
                function.stable());
    }

    /** A literal of an enum's first label. */
    private Optional<String> label(String type) {
        return schema.enums().stream()
                .filter(candidate -> candidate.name().equals(type))
                .map(candidate -> "'" + candidate.labels().get(0) + "'")
                .findFirst();
    }

    private Table mended(Table table) {
        Map<String, String> referring = new HashMap<>();
        List<GeneratedSchema.ForeignKey> keys = table.foreignKeys().stream()
                .filter(key -> table.findColumn(key.column()).isPresent())
                .filter(key -> schema.findTable(key.target())
                        .filter(target ->
                                target.key().equals(referring.computeIfAbsent(key.column(), c -> target.key())))
                        .isPresent())
                .toList();
        List<Column> columns = table.columns().stream()
                .filter(column -> isKnown(column.type()))
                .map(column -> referring.containsKey(column.name())
                        ? new Column(column.name(), referring.get(column.name()), false, null, column.comment())
                        : new Column(column.name(), column.type(), column.notNull(), value(column), column.comment()))
                .toList();
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        Map<String, String> typeOf = columns.stream().collect(Collectors.toMap(Column::name, Column::type));
        return new Table(
                table.name(),
                table.key(),
                columns,
                table.partitions(),
                table.checks().stream()
                        .filter(check -> names.contains(check.column()))
                        .toList(),
                keys,
                table.indexes().stream()
                        .filter(index -> names.contains(index.column()))
                        .map(index ->
                                mended(index, typeOf.getOrDefault(index.column(), ""), table.partitions() != null))
                        .toList(),
                table.triggers(),
                table.partitions() == null
                        ? table.extras()
                        : new GeneratedSchema.Extras(
                                table.extras().comment(),
                                table.extras().granted(),
                                table.extras().secured(),
                                null));
    }

    /** A default that is a call stays as long as there is the function, a label as long as there is the enum. */
    private @Nullable String value(Column column) {
        String value = column.value();
        if (value == null) {
            return null;
        }
        if (value.endsWith("()")) {
            return functions.stream()
                    .filter(function -> function.argument() == null)
                    .filter(function -> value.equals(function.name() + "()")
                            && function.result().equals(column.type()))
                    .findFirst()
                    .map(function -> value)
                    .orElse(null);
        }
        if (value.startsWith("nextval(")) {
            String sequence = value.substring("nextval('".length(), value.length() - "')".length());
            return types.contains(sequence) && column.type().matches("integer|bigint") ? value : null;
        }
        if (column.type().startsWith("e_") && column.type().endsWith("[]")) {
            return label(column.type().replace("[]", ""))
                    .map(label -> "ARRAY[%s]::%s".formatted(label, column.type()))
                    .orElse(null);
        }
        return column.type().startsWith("e_") ? label(column.type()).orElse(null) : value;
    }

    private static Index mended(Index index, String type, boolean partitioned) {
        boolean inverted = type.equals("jsonb") || type.endsWith("[]");
        String usual = index.method().equals("gin") ? "btree" : index.method();
        String method = inverted ? "gin" : usual;
        boolean plain = method.equals("btree");
        boolean block = method.equals("brin") && (type.equals("boolean") || type.matches("[edk]_.*"));
        return new Index(
                index.name(),
                index.column(),
                block ? "btree" : method,
                index.unique() && plain && !partitioned,
                plain ? index.rest() : "");
    }

    private List<View> views(List<Table> tables) {
        Map<String, Set<String>> known = new HashMap<>();
        tables.forEach(table -> known.put(
                table.name(), table.columns().stream().map(Column::name).collect(Collectors.toSet())));
        List<View> views = new ArrayList<>();
        for (View view : schema.views()) {
            if (known.containsKey(view.base())) {
                List<String> columns = Stream.concat(
                                Stream.of("id"), view.columns().stream().filter(known.get(view.base())::contains))
                        .distinct()
                        .toList();
                known.put(view.name(), Set.copyOf(columns));
                views.add(new View(view.name(), view.base(), columns, view.materialized(), view.commented()));
            }
        }
        return views;
    }
}
