package io.schemactl.diff;

import io.schemactl.diff.GeneratedSchema.Check;
import io.schemactl.diff.GeneratedSchema.Column;
import io.schemactl.diff.GeneratedSchema.Domain;
import io.schemactl.diff.GeneratedSchema.EnumType;
import io.schemactl.diff.GeneratedSchema.Extras;
import io.schemactl.diff.GeneratedSchema.ForeignKey;
import io.schemactl.diff.GeneratedSchema.Function;
import io.schemactl.diff.GeneratedSchema.Index;
import io.schemactl.diff.GeneratedSchema.Table;
import io.schemactl.diff.GeneratedSchema.Trigger;
import io.schemactl.diff.GeneratedSchema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes up schemas, and changes them at random; the same seed gives the same schemas. */
final class SchemaGenerator {

    /** Types of columns, and what a column of them may have as its default. */
    private static final Map<String, List<String>> DEFAULTS = Map.ofEntries(
            Map.entry("integer", List.of("0", "42", "-1")),
            Map.entry("bigint", List.of("0", "9000000000")),
            Map.entry("smallint", List.of("1", "2")),
            Map.entry("numeric(10,2)", List.of("0", "9.99")),
            Map.entry("double precision", List.of("0", "1.5")),
            Map.entry("text", List.of("''", "'it''s'", "'x' || 'y'")),
            Map.entry("varchar(20)", List.of("'a'", "'b'")),
            Map.entry("varchar(40)", List.of("'a'", "'c'")),
            Map.entry("boolean", List.of("true", "false")),
            Map.entry("date", List.of("CURRENT_DATE", "'2020-02-29'")),
            Map.entry("timestamptz", List.of("now()", "CURRENT_TIMESTAMP")),
            Map.entry("uuid", List.of("gen_random_uuid()")),
            Map.entry("jsonb", List.of("'{}'", "'{\"a\": [1, 2]}'")),
            Map.entry("integer[]", List.of("'{}'", "ARRAY[1, 2]")),
            Map.entry("text[]", List.of("'{}'", "ARRAY['a', 'b c']")),
            Map.entry("bytea", List.of("'\\x00ff'")));

    /** Types that PostgreSQL converts into each other by itself, there and back. */
    private static final List<List<String>> FAMILIES = List.of(
            List.of("integer", "bigint", "smallint", "numeric(10,2)", "double precision"),
            List.of("varchar(20)", "varchar(40)", "text"),
            List.of("date", "timestamptz"),
            List.of("integer[]", "text[]"));

    private static final List<String> TYPES =
            DEFAULTS.keySet().stream().sorted().toList();
    private static final List<String> LABELS = List.of("red", "green", "Blue sky", "no-colour", "x y", "été");

    private final Random random;
    private int names;

    SchemaGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** A new schema. */
    GeneratedSchema schema() {
        var enums = some(3, this::enumType);
        var domains = some(2, this::domain);
        var types = new GeneratedSchema(enums, domains, List.of(), List.of(), List.of());
        var functions = some(4, () -> function(types));
        var schema = new GeneratedSchema(enums, domains, functions, List.of(), List.of());
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            schema = withTables(schema, appended(schema.tables(), table(schema)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            schema = withViews(schema, appended(schema.views(), view(schema)));
        }
        return SchemaMending.mended(schema);
    }

    /** A schema with some changes. */
    GeneratedSchema changed(GeneratedSchema schema) {
        GeneratedSchema changed = schema;
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            changed = SchemaMending.mended(changedOnce(changed));
        }
        return changed;
    }

    private GeneratedSchema changedOnce(GeneratedSchema s) {
        return switch (random.nextInt(12)) {
            case 0 -> withTables(s, appended(s.tables(), table(s)));
            case 1 -> withTables(s, without(s.tables()));
            case 2 -> withViews(s, appended(s.views(), view(s)));
            case 3 -> withViews(s, replaced(s.views(), this::changed));
            case 4 -> withViews(s, without(s.views()));
            case 5 -> withTypes(s, replaced(s.enums(), this::changed), s.domains(), s.functions());
            case 6 -> withTypes(s, s.enums(), replaced(s.domains(), this::changed), s.functions());
            case 7 -> withTypes(s, s.enums(), s.domains(), replaced(s.functions(), old -> changed(old, s)));
            case 8 -> withTypes(s, changedList(s.enums(), this::enumType), s.domains(), s.functions());
            case 9 -> withTypes(s, s.enums(), s.domains(), changedList(s.functions(), () -> function(s)));
            default -> withTables(s, replaced(s.tables(), table -> changed(table, s)));
        };
    }

    private static GeneratedSchema withTables(GeneratedSchema s, List<Table> tables) {
        return new GeneratedSchema(s.enums(), s.domains(), s.functions(), tables, s.views());
    }

    private static GeneratedSchema withViews(GeneratedSchema s, List<View> views) {
        return new GeneratedSchema(s.enums(), s.domains(), s.functions(), s.tables(), views);
    }

    private static GeneratedSchema withTypes(
            GeneratedSchema s, List<EnumType> enums, List<Domain> domains, List<Function> functions) {
        return new GeneratedSchema(enums, domains, functions, s.tables(), s.views());
    }

    private EnumType enumType() {
        return new EnumType(name("e"), shuffled(LABELS).subList(0, 1 + random.nextInt(LABELS.size())));
    }

    private EnumType changed(EnumType type) {
        List<String> labels = new ArrayList<>(type.labels());
        String label = choice(LABELS);
        if (!labels.remove(label) || labels.isEmpty()) {
            labels.add(random.nextInt(labels.size() + 1), label);
        } else if (random.nextBoolean()) {
            labels.add(random.nextInt(labels.size() + 1), label);
        }
        return new EnumType(type.name(), List.copyOf(labels));
    }

    private Domain domain() {
        return new Domain(name("d"), choice(FAMILIES.get(0).subList(0, 2)), random.nextInt(50), random.nextInt(4) == 0);
    }

    private Domain changed(Domain domain) {
        return random.nextBoolean()
                ? new Domain(domain.name(), domain.base(), random.nextInt(50), domain.notNull())
                : new Domain(domain.name(), domain.base(), domain.least(), !domain.notNull());
    }

    private Function function(GeneratedSchema s) {
        String result = type(s);
        String argument = random.nextBoolean() ? type(s) : null;
        return new Function(name("f"), argument, result, literal(result), random.nextBoolean());
    }

    private Function changed(Function f, GeneratedSchema s) {
        String result = random.nextInt(3) == 0 ? type(s) : f.result();
        String argument = f.argument() != null && random.nextInt(3) == 0 ? type(s) : f.argument();
        return new Function(f.name(), argument, result, literal(result), random.nextBoolean());
    }

    private Table table(GeneratedSchema s) {
        boolean partitioned = random.nextInt(5) == 0;
        var table = new Table(
                name("t"),
                choice(List.of("integer", "bigint", "uuid")),
                some(6, () -> column(s)),
                partitioned ? Integer.valueOf(1 + random.nextInt(3)) : null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Extras(null, false, false, null));
        for (int i = random.nextInt(6); i > 0; i--) {
            table = changed(table, s);
        }
        return table;
    }

    private Column column(GeneratedSchema s) {
        String type = type(s);
        return new Column(
                name("c"), type, random.nextInt(3) == 0, value(type, s), random.nextInt(4) == 0 ? "a comment" : null);
    }

    private Column changed(Column c, GeneratedSchema s) {
        return switch (random.nextInt(5)) {
            case 0 -> new Column(c.name(), c.type(), !c.notNull(), c.value(), c.comment());
            case 1 -> new Column(c.name(), c.type(), c.notNull(), value(c.type(), s), c.comment());
            case 2 -> new Column(c.name(), c.type(), c.notNull(), c.value(), c.comment() == null ? "new" : null);
            case 3 -> new Column(name("c"), c.type(), c.notNull(), c.value(), c.comment());
            default -> {
                String type = relative(c.type());
                yield new Column(c.name(), type, c.notNull(), value(type, s), c.comment());
            }
        };
    }

    private Table changed(Table t, GeneratedSchema s) {
        List<Column> columns = t.columns();
        List<Check> checks = t.checks();
        List<ForeignKey> keys = t.foreignKeys();
        List<Index> indexes = t.indexes();
        List<Trigger> triggers = t.triggers();
        Extras extras = t.extras();
        switch (random.nextInt(9)) {
            case 0 -> columns = without(columns);
            case 1 -> columns = appended(columns, column(s));
            case 2 -> columns = replaced(columns, column -> changed(column, s));
            case 3 -> checks = changedList(checks, () -> new Check(name("check"), columnOf(t)));
            case 4 -> indexes = changedList(indexes, () -> index(t));
            case 5 -> triggers = changedList(triggers, this::trigger);
            case 6 -> extras = extras();
            case 7 ->
                triggers =
                        replaced(triggers, old -> new Trigger(old.name(), old.timing(), old.events(), !old.enabled()));
            default -> keys = changedList(keys, () -> foreignKey(t, s));
        }
        return new Table(t.name(), t.key(), columns, t.partitions(), checks, keys, indexes, triggers, extras);
    }

    private ForeignKey foreignKey(Table t, GeneratedSchema s) {
        List<String> targets = Stream.concat(Stream.of(t), s.tables().stream())
                .map(Table::name)
                .toList();
        String action =
                choice(List.of("", " ON DELETE CASCADE", " ON DELETE SET NULL DEFERRABLE", " ON UPDATE CASCADE"));
        return new ForeignKey(name("fk"), columnOf(t), choice(targets), action);
    }

    private Index index(Table t) {
        return new Index(
                name("i"),
                columnOf(t),
                choice(List.of("btree", "btree", "hash", "brin")),
                random.nextInt(4) == 0,
                choice(List.of("", " WHERE id IS NOT NULL", " WITH (fillfactor = 80)", " INCLUDE (id)")));
    }

    private Trigger trigger() {
        return new Trigger(
                name("tr"),
                choice(List.of("BEFORE", "AFTER")),
                choice(List.of("INSERT", "UPDATE OF id", "INSERT OR DELETE")),
                random.nextInt(4) != 0);
    }

    private Extras extras() {
        return new Extras(
                random.nextBoolean() ? null : "table number " + random.nextInt(5),
                random.nextBoolean(),
                random.nextInt(4) == 0,
                random.nextBoolean() ? null : Integer.valueOf(50 + 10 * random.nextInt(5)));
    }

    private View view(GeneratedSchema s) {
        List<String> bases = Stream.concat(
                        s.tables().stream().map(Table::name), s.views().stream().map(View::name))
                .toList();
        String base = bases.isEmpty() ? "none" : choice(bases);
        List<String> columns = s.findTable(base)
                .map(table -> table.columns().stream().map(Column::name).toList())
                .or(() -> s.findView(base).map(View::columns))
                .orElse(List.of());
        List<String> chosen = shuffled(columns).subList(0, random.nextInt(columns.size() + 1));
        return new View(name("v"), base, chosen, random.nextInt(3) == 0, random.nextInt(3) == 0);
    }

    private View changed(View view) {
        return new View(view.name(), view.base(), without(view.columns()), view.materialized(), !view.commented());
    }

    /** A type; one of the schema's own now and then. */
    private String type(GeneratedSchema s) {
        List<String> own = Stream.concat(
                        s.enums().stream().map(EnumType::name),
                        s.domains().stream().map(Domain::name))
                .toList();
        return own.isEmpty() || random.nextInt(3) > 0 ? choice(TYPES) : choice(own);
    }

    private String relative(String type) {
        return FAMILIES.stream()
                .filter(family -> family.contains(type))
                .findFirst()
                .map(this::choice)
                .orElse(type);
    }

    private @Nullable String value(String type, GeneratedSchema s) {
        List<String> calls = s.functions().stream()
                .filter(function ->
                        function.argument() == null && function.result().equals(type))
                .map(function -> function.name() + "()")
                .toList();
        if (!calls.isEmpty() && random.nextBoolean()) {
            return choice(calls);
        }
        return random.nextBoolean() ? null : literal(type);
    }

    /** Enums' literals are mended afterwards. */
    private String literal(String type) {
        return choice(DEFAULTS.getOrDefault(type, List.of("100")));
    }

    private String columnOf(Table t) {
        return t.columns().isEmpty() ? "none" : choice(t.columns()).name();
    }

    private String name(String prefix) {
        names++;
        return prefix + "_" + names;
    }

    private <T> T choice(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private <T> List<T> some(int most, Supplier<T> maker) {
        return Stream.generate(maker).limit(random.nextInt(most + 1)).toList();
    }

    private static <T> List<T> appended(List<T> list, T element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }

    private <T> List<T> without(List<T> list) {
        T gone = list.isEmpty() ? null : choice(list);
        return list.stream().filter(element -> element != gone).toList();
    }

    private <T> List<T> replaced(List<T> list, UnaryOperator<T> change) {
        T old = list.isEmpty() ? null : choice(list);
        return list.stream()
                .map(element -> element == old ? change.apply(element) : element)
                .toList();
    }

    private <T> List<T> changedList(List<T> list, Supplier<T> maker) {
        return !list.isEmpty() && random.nextBoolean() ? without(list) : appended(list, maker.get());
    }
}
