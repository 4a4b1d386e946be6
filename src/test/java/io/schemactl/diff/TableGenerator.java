package io.schemactl.diff;

import io.schemactl.diff.GeneratedSchema.Check;
import io.schemactl.diff.GeneratedSchema.Column;
import io.schemactl.diff.GeneratedSchema.Extras;
import io.schemactl.diff.GeneratedSchema.ForeignKey;
import io.schemactl.diff.GeneratedSchema.Index;
import io.schemactl.diff.GeneratedSchema.Table;
import io.schemactl.diff.GeneratedSchema.Trigger;
import java.util.List;
import java.util.stream.Stream;

/** Makes up tables, and changes them at random. */
final class TableGenerator {

    private final Chance chance;
    private final GeneratedTypes types;

    TableGenerator(Chance chance, GeneratedTypes types) {
        this.chance = chance;
        this.types = types;
    }

    Table table(GeneratedSchema s) {
        boolean partitioned = chance.once(5);
        var table = new Table(
                chance.name("t"),
                chance.choice(List.of("integer", "bigint", "uuid")),
                chance.some(6, () -> column(s)),
                partitioned ? Integer.valueOf(1 + chance.below(3)) : null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Extras(null, false, false, null));
        for (int i = chance.below(6); i > 0; i--) {
            table = changed(table, s);
        }
        return table;
    }

    private Column column(GeneratedSchema s) {
        String type = types.columnType(s);
        return new Column(
                chance.name("c"), type, chance.once(3), types.value(type, s), chance.once(4) ? "a comment" : null);
    }

    private Column changed(Column c, GeneratedSchema s) {
        return switch (chance.below(4)) {
            case 0 -> new Column(c.name(), c.type(), !c.notNull(), c.value(), c.comment());
            case 1 -> new Column(c.name(), c.type(), c.notNull(), types.value(c.type(), s), c.comment());
            case 2 -> new Column(c.name(), c.type(), c.notNull(), c.value(), c.comment() == null ? "new" : null);
            default -> {
                String type = types.relative(c.type());
                yield new Column(c.name(), type, c.notNull(), types.value(type, s), c.comment());
            }
        };
    }

    Table changed(Table t, GeneratedSchema s) {
        List<Column> columns = t.columns();
        List<Check> checks = t.checks();
        List<ForeignKey> keys = t.foreignKeys();
        List<Index> indexes = t.indexes();
        List<Trigger> triggers = t.triggers();
        Extras extras = t.extras();
        switch (chance.below(9)) {
            case 0 -> columns = chance.without(columns);
            case 1 -> columns = Chance.appended(columns, column(s));
            case 2 -> columns = chance.replaced(columns, column -> changed(column, s));
            case 3 -> checks = chance.changed(checks, () -> new Check(chance.name("check"), columnOf(t)));
            case 4 -> indexes = chance.changed(indexes, () -> index(t));
            case 5 -> triggers = chance.changed(triggers, this::trigger);
            case 6 -> extras = extras();
            case 7 ->
                triggers = chance.replaced(
                        triggers, old -> new Trigger(old.name(), old.timing(), old.events(), !old.enabled()));
            default -> keys = chance.changed(keys, () -> foreignKey(t, s));
        }
        return new Table(t.name(), t.key(), columns, t.partitions(), checks, keys, indexes, triggers, extras);
    }

    private ForeignKey foreignKey(Table t, GeneratedSchema s) {
        List<String> targets = Stream.concat(Stream.of(t), s.tables().stream())
                .map(Table::name)
                .toList();
        String action = chance.choice(
                List.of("", " ON DELETE CASCADE", " ON DELETE SET NULL DEFERRABLE", " ON UPDATE CASCADE"));
        return new ForeignKey(chance.name("fk"), columnOf(t), chance.choice(targets), action);
    }

    private Index index(Table t) {
        return new Index(
                chance.name("i"),
                columnOf(t),
                chance.choice(List.of("btree", "btree", "hash", "brin")),
                chance.once(4),
                chance.choice(List.of("", " WHERE id IS NOT NULL", " WITH (fillfactor = 80)", " INCLUDE (id)")));
    }

    private Trigger trigger() {
        return new Trigger(
                chance.name("tr"),
                chance.choice(List.of("BEFORE", "AFTER")),
                chance.choice(List.of("INSERT", "UPDATE OF id", "INSERT OR DELETE")),
                !chance.once(4));
    }

    private Extras extras() {
        return new Extras(
                chance.once(2) ? null : "table number " + chance.below(5),
                chance.once(2),
                chance.once(4),
                chance.once(2) ? null : Integer.valueOf(50 + 10 * chance.below(5)));
    }

    private String columnOf(Table t) {
        return t.columns().isEmpty() ? "none" : chance.choice(t.columns()).name();
    }
}
