package io.schemactl.diff;

import io.schemactl.diff.GeneratedSchema.Column;
import io.schemactl.diff.GeneratedSchema.Domain;
import io.schemactl.diff.GeneratedSchema.EnumType;
import io.schemactl.diff.GeneratedSchema.Function;
import io.schemactl.diff.GeneratedSchema.Table;
import io.schemactl.diff.GeneratedSchema.Thing;
import io.schemactl.diff.GeneratedSchema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes up schemas, and changes them at random; the same seed gives the same schemas. */
final class SchemaGenerator {

    private static final List<String> LABELS = List.of("red", "green", "Blue sky", "no-colour", "x y", "été");

    private final Chance chance;
    private final GeneratedTypes types;
    private final TableGenerator tables;
    private final ThingGenerator things;

    SchemaGenerator(long seed) {
        this.chance = new Chance(seed);
        this.types = new GeneratedTypes(chance);
        this.tables = new TableGenerator(chance, types);
        this.things = new ThingGenerator(chance, types);
    }

    /** A new schema. */
    GeneratedSchema schema() {
        var plain = new GeneratedSchema(
                chance.some(3, this::enumType),
                chance.some(2, this::domain),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        GeneratedSchema typed = plain.withThings(chance.some(3, () -> things.early(plain)));
        GeneratedSchema schema = typed.withTypes(typed.enums(), typed.domains(), chance.some(4, () -> function(typed)));
        for (int i = 1 + chance.below(6); i > 0; i--) {
            schema = schema.withTables(Chance.appended(schema.tables(), tables.table(schema)));
        }
        for (int i = chance.below(4); i > 0; i--) {
            schema = schema.withViews(Chance.appended(schema.views(), view(schema)));
        }
        for (int i = chance.below(24); i > 0; i--) {
            schema = schema.withThings(Chance.appended(schema.things(), things.late(schema)));
        }
        return SchemaMending.mended(schema);
    }

    /** A schema with some changes. */
    GeneratedSchema changed(GeneratedSchema schema) {
        GeneratedSchema changed = schema;
        for (int i = 1 + chance.below(12); i > 0; i--) {
            changed = SchemaMending.mended(changedOnce(changed));
        }
        return changed;
    }

    private GeneratedSchema changedOnce(GeneratedSchema s) {
        return switch (chance.below(17)) {
            case 0 -> s.withTables(Chance.appended(s.tables(), tables.table(s)));
            case 1 -> s.withTables(chance.without(s.tables()));
            case 2 -> s.withViews(Chance.appended(s.views(), view(s)));
            case 3 -> s.withViews(chance.replaced(s.views(), this::changed));
            case 4 -> s.withViews(chance.without(s.views()));
            case 5 -> s.withTypes(chance.replaced(s.enums(), this::changed), s.domains(), s.functions());
            case 6 -> s.withTypes(s.enums(), chance.replaced(s.domains(), this::changed), s.functions());
            case 7 -> s.withTypes(s.enums(), s.domains(), chance.replaced(s.functions(), old -> changed(old, s)));
            case 8 -> s.withTypes(chance.changed(s.enums(), this::enumType), s.domains(), s.functions());
            case 9 -> s.withTypes(s.enums(), s.domains(), chance.changed(s.functions(), () -> function(s)));
            case 10 -> s.withThings(chance.changed(s.things(), () -> things.late(s)));
            case 11 -> s.withThings(chance.replaced(s.things(), thing -> things.changed(thing, s)));
            case 12 -> s.withThings(earlyFirst(s.things(), things.early(s)));
            case 13 -> columnRenamed(s);
            case 14 -> tableRenamed(s);
            default -> s.withTables(chance.replaced(s.tables(), table -> tables.changed(table, s)));
        };
    }

    private static List<Thing> earlyFirst(List<Thing> things, Thing thing) {
        return Stream.concat(Stream.of(thing), things.stream()).toList();
    }

    private GeneratedSchema columnRenamed(GeneratedSchema s) {
        List<String> columns = s.tables().stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::name)
                .toList();
        return columns.isEmpty() ? s : s.renamed(chance.choice(columns), chance.name("c"));
    }

    private GeneratedSchema tableRenamed(GeneratedSchema s) {
        return s.tables().isEmpty() ? s : s.renamed(chance.choice(s.tables()).name(), chance.name("t"));
    }

    private EnumType enumType() {
        return new EnumType(chance.name("e"), chance.shuffled(LABELS).subList(0, 1 + chance.below(LABELS.size())));
    }

    private EnumType changed(EnumType type) {
        List<String> labels = new ArrayList<>(type.labels());
        String label = chance.choice(LABELS);
        if (!labels.remove(label) || labels.isEmpty()) {
            labels.add(chance.below(labels.size() + 1), label);
        } else if (chance.once(2)) {
            labels.add(chance.below(labels.size() + 1), label);
        }
        return new EnumType(type.name(), List.copyOf(labels));
    }

    private Domain domain() {
        List<String> bases = GeneratedTypes.FAMILIES.get(0).subList(0, 2);
        return new Domain(chance.name("d"), chance.choice(bases), chance.below(50), chance.once(4));
    }

    private Domain changed(Domain domain) {
        return chance.once(2)
                ? new Domain(domain.name(), domain.base(), chance.below(50), domain.notNull())
                : new Domain(domain.name(), domain.base(), domain.least(), !domain.notNull());
    }

    private Function function(GeneratedSchema s) {
        String result = types.type(s);
        String argument = chance.once(2) ? types.type(s) : null;
        return new Function(chance.name("f"), argument, result, types.literal(result), chance.once(2));
    }

    private Function changed(Function f, GeneratedSchema s) {
        String result = chance.once(3) ? types.type(s) : f.result();
        String argument = f.argument() != null && chance.once(3) ? types.type(s) : f.argument();
        return new Function(f.name(), argument, result, types.literal(result), chance.once(2));
    }

    private View view(GeneratedSchema s) {
        List<String> bases = Stream.concat(
                        s.tables().stream().map(Table::name), s.views().stream().map(View::name))
                .toList();
        String base = bases.isEmpty() ? "none" : chance.choice(bases);
        List<String> columns = s.findTable(base)
                .map(table -> table.columns().stream().map(Column::name).toList())
                .or(() -> s.findView(base).map(View::columns))
                .orElse(List.of());
        List<String> chosen = chance.shuffled(columns).subList(0, chance.below(columns.size() + 1));
        return new View(chance.name("v"), base, chosen, chance.once(3), chance.once(3));
    }

    private View changed(View view) {
        return new View(
                view.name(), view.base(), chance.without(view.columns()), view.materialized(), !view.commented());
    }
}
