package io.schemactl.diff;

import io.schemactl.diff.GeneratedSchema.Column;
import io.schemactl.diff.GeneratedSchema.EnumType;
import io.schemactl.diff.GeneratedSchema.Table;
import io.schemactl.diff.GeneratedSchema.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes up objects of many kinds, each of which is a command and the names of what it needs. */
final class ThingGenerator {

    /** How many kinds of things are made here; those of {@link OrdinaryThings} come after them. */
    private static final int KINDS = 18;

    private final Chance chance;
    private final GeneratedTypes types;
    private final OrdinaryThings ordinary;

    ThingGenerator(Chance chance, GeneratedTypes types) {
        this.chance = chance;
        this.types = types;
        this.ordinary = new OrdinaryThings(chance);
    }

    /** A composite type or a sequence, which tables may use. */
    Thing early(GeneratedSchema s) {
        return chance.once(2) ? composite(chance.name("k"), s) : sequence(chance.name("s"));
    }

    /** An object over tables, columns, views and enums; what it needs may not be there. */
    Thing late(GeneratedSchema s) {
        return late(chance.below(KINDS + OrdinaryThings.kinds()), chance.name("x"), s);
    }

    /** Another object of the same name and kind. */
    Thing changed(Thing thing, GeneratedSchema s) {
        if (thing.name().startsWith("k_")) {
            return composite(thing.name(), s);
        }
        return thing.name().startsWith("s_") ? sequence(thing.name()) : late(thing.kind(), thing.name(), s);
    }

    private Thing composite(String name, GeneratedSchema s) {
        var uses = new ArrayList<String>();
        var columns = new ArrayList<String>();
        for (int i = 0; i <= chance.below(3); i++) {
            String type = types.type(s);
            uses.add(type);
            columns.add("a%d %s".formatted(i, type));
        }
        return new Thing(name, -1, own(uses), "CREATE TYPE %s AS (%s);".formatted(name, String.join(", ", columns)));
    }

    private static List<String> own(List<String> types) {
        return types.stream().filter(type -> type.matches("[edk]_.*")).toList();
    }

    private Thing sequence(String name) {
        String sql = "CREATE SEQUENCE %s AS %s INCREMENT %d MINVALUE %d MAXVALUE %d START %d CACHE %d%s;"
                .formatted(
                        name,
                        chance.choice(List.of("integer", "bigint", "smallint")),
                        1 + chance.below(3),
                        chance.below(2),
                        100 + chance.below(1000),
                        1 + chance.below(90),
                        1 + chance.below(2),
                        chance.once(2) ? " CYCLE" : "");
        return new Thing(name, -1, List.of(), sql);
    }

    private Thing late(int kind, String name, GeneratedSchema s) {
        if (s.tables().isEmpty()) {
            return new Thing(name, kind, List.of("nothing"), "");
        }
        if (kind >= KINDS) {
            return ordinary.thing(kind - KINDS, kind, name, s);
        }
        Table table = chance.choice(s.tables());
        if (table.columns().isEmpty() || kind >= 14) {
            return whole(kind, name, table, s);
        }
        Column column = chance.choice(table.columns());
        var uses = List.of(table.name(), table.name() + "." + column.name());
        String sql = switch (kind) {
            case 0 -> policy();
            case 1 ->
                "CREATE TRIGGER %1$s AFTER UPDATE OF %3$s ON %2$s FOR EACH ROW"
                        + " WHEN (OLD.%3$s IS DISTINCT FROM NEW.%3$s) EXECUTE FUNCTION touch();";
            case 2 ->
                "CREATE FUNCTION %1$s() RETURNS bigint LANGUAGE sql STABLE"
                        + " BEGIN ATOMIC SELECT count(%3$s) FROM %2$s; END;";
            case 3 -> "CREATE STATISTICS %1$s ON id, %3$s FROM %2$s;";
            case 4 -> "CREATE VIEW %1$s AS SELECT id, %3$s, count(*) AS n FROM %2$s GROUP BY id;";
            case 5 ->
                "CREATE VIEW %1$s AS SELECT a.id, b.%3$s FROM %2$s a JOIN %2$s b ON a.id = b.id"
                        + " WHERE b.%3$s IS NOT NULL;";
            case 6 -> "ALTER TABLE %2$s_p0 ADD CONSTRAINT %1$s CHECK (%3$s IS NOT NULL OR id IS NOT NULL);";
            case 7 -> "ALTER TABLE %2$s_p0 ALTER COLUMN %3$s DROP DEFAULT;";
            case 8, 9, 10 -> labelled(kind);
            case 11, 12 -> generated(kind);
            default -> "ALTER SEQUENCE %4$s OWNED BY %2$s.%3$s;";
        };
        return new Thing(
                name,
                kind,
                Stream.concat(uses.stream(), special(kind, table, column, s)).toList(),
                sql.formatted(name, table.name(), column.name(), word(kind, column, s)));
    }

    private String policy() {
        String to = chance.choice(List.of("ALL", "SELECT", "DELETE"));
        return "CREATE POLICY %1$s ON %2$s AS " + chance.choice(List.of("PERMISSIVE", "RESTRICTIVE")) + " FOR " + to
                + " TO PUBLIC USING (%3$s IS NOT NULL);";
    }

    private static String labelled(int kind) {
        return switch (kind) {
            case 8 -> "ALTER TABLE %2$s ADD CONSTRAINT %1$s CHECK (%3$s <> '%4$s');";
            case 9 -> "CREATE INDEX %1$s ON %2$s (id) WHERE %3$s = '%4$s';";
            default -> "CREATE VIEW %1$s AS SELECT id, %3$s = '%4$s' AS said FROM %2$s;";
        };
    }

    private static String generated(int kind) {
        return kind == 11
                ? "ALTER TABLE %2$s ADD COLUMN %1$s text GENERATED ALWAYS AS (lower(%3$s)) STORED;"
                : "ALTER TABLE %2$s ADD COLUMN %1$s integer GENERATED ALWAYS AS (%3$s * 2) STORED;";
    }

    /** What the commands of a kind need besides the table and the column. */
    private static Stream<String> special(int kind, Table table, Column column, GeneratedSchema s) {
        String typed = table.name() + "." + column.name() + ":";
        return switch (kind) {
            case 6, 7 -> Stream.of(table.name() + "_p0");
            case 8, 9, 10 -> Stream.of(typed + column.type(), column.type() + ":" + label(column, s));
            case 11 -> Stream.of(typed + "text");
            case 12 -> Stream.of(typed + "integer");
            case 13 -> Stream.of(firstSequence(s));
            default -> Stream.empty();
        };
    }

    private static String word(int kind, Column column, GeneratedSchema s) {
        return kind == 13 ? firstSequence(s) : label(column, s);
    }

    private static String firstSequence(GeneratedSchema s) {
        return s.things().stream()
                .map(Thing::name)
                .filter(name -> name.startsWith("s_"))
                .findFirst()
                .orElse("nothing");
    }

    private static String label(Column column, GeneratedSchema s) {
        return s.enums().stream()
                .filter(type -> type.name().equals(column.type()))
                .map(EnumType::labels)
                .map(labels -> labels.get(labels.size() - 1))
                .findFirst()
                .orElse("nothing");
    }

    private Thing whole(int kind, String name, Table table, GeneratedSchema s) {
        String t = table.name();
        String argument = types.type(s);
        List<String> views = s.things().stream()
                .filter(thing -> thing.sql().startsWith("CREATE VIEW"))
                .map(Thing::name)
                .filter(view -> !view.equals(name))
                .toList();
        String view = views.isEmpty() ? "nothing" : chance.choice(views);
        return switch (kind) {
            case 14 ->
                new Thing(
                        name,
                        kind,
                        own(List.of(argument)),
                        ("CREATE PROCEDURE %s(a %s, INOUT b integer) LANGUAGE plpgsql AS"
                                        + " $$ BEGIN b := %d; END $$;")
                                .formatted(name, argument, chance.below(3)));
            case 15 ->
                new Thing(
                        name,
                        kind,
                        List.of(t, t + ":plain"),
                        "ALTER TABLE %s ADD COLUMN %s bigint GENERATED %s AS IDENTITY (START WITH 5 INCREMENT BY %d);"
                                .formatted(
                                        t, name, chance.choice(List.of("ALWAYS", "BY DEFAULT")), 1 + chance.below(3)));
            case 16 ->
                new Thing(name, kind, List.of(view), "CREATE VIEW %s AS SELECT id FROM %s;".formatted(name, view));
            default ->
                new Thing(
                        name,
                        kind,
                        List.of(t),
                        "CREATE FUNCTION %s(%s) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT %d $$;"
                                .formatted(name, t, chance.below(3)));
        };
    }
}
