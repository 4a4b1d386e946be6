package io.schemactl.diff;

import io.schemactl.diff.GeneratedSchema.Domain;
import io.schemactl.diff.GeneratedSchema.EnumType;
import io.schemactl.diff.GeneratedSchema.Thing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types that generated columns and functions have, and their values. */
final class GeneratedTypes {

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
    static final List<List<String>> FAMILIES = List.of(
            List.of("integer", "bigint", "smallint", "numeric(10,2)", "double precision"),
            List.of("varchar(20)", "varchar(40)", "text"),
            List.of("date", "timestamptz"),
            List.of("integer[]", "text[]"));

    private static final List<String> TYPES =
            DEFAULTS.keySet().stream().sorted().toList();

    private final Chance chance;

    GeneratedTypes(Chance chance) {
        this.chance = chance;
    }

    /** A type; one of the schema's own now and then. */
    String type(GeneratedSchema s) {
        List<String> own = Stream.concat(
                        s.enums().stream().map(EnumType::name),
                        s.domains().stream().map(Domain::name))
                .toList();
        return own.isEmpty() || !chance.once(3) ? chance.choice(TYPES) : chance.choice(own);
    }

    /** A type of a column, which may be a composite type or an array of enum values too. */
    String columnType(GeneratedSchema s) {
        List<String> composites = s.things().stream()
                .map(Thing::name)
                .filter(name -> name.startsWith("k_"))
                .toList();
        if (!composites.isEmpty() && chance.once(6)) {
            return chance.choice(composites);
        }
        String type = type(s);
        return type.startsWith("e_") && chance.once(4) ? type + "[]" : type;
    }

    /** A type whose values can become those of another. */
    String relative(String type) {
        return FAMILIES.stream()
                .filter(family -> family.contains(type))
                .findFirst()
                .map(chance::choice)
                .orElse(type);
    }

    /** A default of a column. */
    @Nullable
    String value(String type, GeneratedSchema s) {
        Stream<String> calls = s.functions().stream()
                .filter(function ->
                        function.argument() == null && function.result().equals(type))
                .map(function -> function.name() + "()");
        Stream<String> numbers = s.things().stream()
                .map(Thing::name)
                .filter(name ->
                        name.startsWith("s_") && List.of("integer", "bigint").contains(type))
                .map("nextval('%s')"::formatted);
        List<String> all = Stream.concat(calls, numbers).toList();
        if (!all.isEmpty() && chance.once(2)) {
            return chance.choice(all);
        }
        return chance.once(2) || type.startsWith("k_") ? null : literal(type);
    }

    /** Enums' literals are mended afterwards. */
    String literal(String type) {
        return chance.choice(DEFAULTS.getOrDefault(type, List.of("100")));
    }
}
