package io.schemactl.diff;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A schema that a generator made up; its parts refer to each other by name, and {@link SchemaMending} lets none of them dangle. */
record GeneratedSchema(
        List<EnumType> enums,
        List<Domain> domains,
        List<Function> functions,
        List<Table> tables,
        List<View> views,
        List<Thing> things) {

    /** The commands that create it. */
    String sql() {
        return Stream.of(
                        enums.stream().map(EnumType::sql),
                        domains.stream().map(Domain::sql),
                        things.stream().filter(Thing::isEarly).map(Thing::sql),
                        Stream.of("CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS"
                                + " $$ BEGIN RETURN NEW; END $$;"),
                        functions.stream().map(Function::sql),
                        tables.stream().map(Table::sql),
                        tables.stream().flatMap(Table::foreignKeySql),
                        views.stream().map(View::sql),
                        things.stream().filter(thing -> !thing.isEarly()).map(Thing::sql))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    GeneratedSchema withTables(List<Table> changed) {
        return new GeneratedSchema(enums, domains, functions, changed, views, things);
    }

    GeneratedSchema withViews(List<View> changed) {
        return new GeneratedSchema(enums, domains, functions, tables, changed, things);
    }

    GeneratedSchema withThings(List<Thing> changed) {
        return new GeneratedSchema(enums, domains, functions, tables, views, changed);
    }

    GeneratedSchema withTypes(List<EnumType> otherEnums, List<Domain> otherDomains, List<Function> otherFunctions) {
        return new GeneratedSchema(otherEnums, otherDomains, otherFunctions, tables, views, things);
    }

    /** The same, where a table or a column has another name; no two of them share one. */
    GeneratedSchema renamed(String old, String fresh) {
        UnaryOperator<String> name = new Renamed(old, fresh);
        return withTables(tables.stream().map(table -> table.renamed(name)).toList())
                .withViews(views.stream().map(view -> view.renamed(name)).toList())
                .withThings(things.stream().map(thing -> thing.renamed(name)).toList());
    }

    /** Puts another name into texts. */
    private record Renamed(Pattern old, String fresh) implements UnaryOperator<String> {
        Renamed(String old, String fresh) {
            this(Pattern.compile("\\b%s(?=\\b|_p\\d)".formatted(old)), fresh);
        }

        @Override
        public String apply(String text) {
            return old.matcher(text).replaceAll(fresh);
        }
    }

    /**
     * Something else that one command makes.
     *
     * @param kind what the generator knows it by; negative if it comes before functions and tables
     * @param uses what must be there: names of objects, {@code table.column}, {@code table.column:type}, {@code enum:label}
     */
    record Thing(String name, int kind, List<String> uses, String sql) {
        boolean isEarly() {
            return kind < 0;
        }

        Thing renamed(UnaryOperator<String> other) {
            return new Thing(name, kind, uses.stream().map(other).toList(), other.apply(sql));
        }
    }

    Optional<Table> findTable(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    Optional<View> findView(String name) {
        return views.stream().filter(view -> view.name().equals(name)).findFirst();
    }

    record EnumType(String name, List<String> labels) {
        String sql() {
            return "CREATE TYPE %s AS ENUM (%s);"
                    .formatted(
                            name,
                            labels.stream().map(label -> "'" + label + "'").collect(Collectors.joining(", ")));
        }
    }

    record Domain(String name, String base, int least, boolean notNull) {
        String sql() {
            return "CREATE DOMAIN %s AS %s%s CONSTRAINT least CHECK (VALUE >= %d);"
                    .formatted(name, base, notNull ? " NOT NULL" : "", least);
        }
    }

    /** A function without arguments or with one, whose body is a constant. */
    record Function(String name, @Nullable String argument, String result, String value, boolean stable) {
        String sql() {
            return "CREATE FUNCTION %s(%s) RETURNS %s LANGUAGE sql %s AS $$ SELECT %s::%s $$;"
                    .formatted(
                            name,
                            argument == null ? "" : "a " + argument,
                            result,
                            stable ? "STABLE" : "VOLATILE",
                            value,
                            result.startsWith("e_") || result.startsWith("d_") ? "public." + result : result);
        }
    }

    record Column(
            String name,
            String type,
            boolean notNull,
            @Nullable String value,
            @Nullable String comment) {
        String sql() {
            return name + " " + type + (notNull ? " NOT NULL" : "") + (value == null ? "" : " DEFAULT " + value);
        }
    }

    record Check(String name, String column) {}

    record ForeignKey(String name, String column, String target, String action) {}

    record Index(String name, String column, String method, boolean unique, String rest) {}

    record Trigger(String name, String timing, String events, boolean enabled) {}

    /**
     * A table.
     *
     * @param key the type of its column {@code id}, which is the primary key and, with partitions, the partition key
     * @param columns its other columns
     * @param partitions how many partitions it has; null if it is an ordinary table
     */
    record Table(
            String name,
            String key,
            List<Column> columns,
            @Nullable Integer partitions,
            List<Check> checks,
            List<ForeignKey> foreignKeys,
            List<Index> indexes,
            List<Trigger> triggers,
            Extras extras) {

        Optional<Column> findColumn(String wanted) {
            return columns.stream()
                    .filter(column -> column.name().equals(wanted))
                    .findFirst();
        }

        Table renamed(UnaryOperator<String> other) {
            return new Table(
                    other.apply(name),
                    key,
                    columns.stream()
                            .map(each -> new Column(
                                    other.apply(each.name()),
                                    each.type(),
                                    each.notNull(),
                                    each.value(),
                                    each.comment()))
                            .toList(),
                    partitions,
                    checks.stream()
                            .map(each -> new Check(each.name(), other.apply(each.column())))
                            .toList(),
                    foreignKeys.stream()
                            .map(each -> new ForeignKey(
                                    each.name(), other.apply(each.column()), other.apply(each.target()), each.action()))
                            .toList(),
                    indexes.stream()
                            .map(each -> new Index(
                                    each.name(), other.apply(each.column()), each.method(), each.unique(), each.rest()))
                            .toList(),
                    triggers,
                    extras);
        }

        String sql() {
            var lines = Stream.concat(
                            Stream.of("id " + key + " PRIMARY KEY"),
                            Stream.concat(
                                    columns.stream().map(Column::sql),
                                    checks.stream()
                                            .map(check -> "CONSTRAINT %s CHECK (%s IS NOT NULL OR id IS NOT NULL)"
                                                    .formatted(check.name(), check.column()))))
                    .collect(Collectors.joining(",\n  "));
            String by = partitions == null ? "" : " PARTITION BY HASH (id)";
            return "CREATE TABLE %s (\n  %s)%s;\n%s".formatted(name, lines, by, rest());
        }

        private String rest() {
            return Stream.of(partitionSql(), indexSql(), triggerSql(), commentSql(), extras.sql(name))
                    .flatMap(lines -> lines)
                    .collect(Collectors.joining("\n"));
        }

        private Stream<String> partitionSql() {
            return Stream.iterate(0, number -> number + 1)
                    .limit(partitions == null ? 0 : partitions)
                    .map(number ->
                            "CREATE TABLE %1$s_p%2$d PARTITION OF %1$s FOR VALUES WITH (MODULUS %3$d, REMAINDER %2$d);"
                                    .formatted(name, number, partitions));
        }

        private Stream<String> indexSql() {
            return indexes.stream()
                    .map(index -> "CREATE %sINDEX %s ON %s USING %s (%s)%s;"
                            .formatted(
                                    index.unique() ? "UNIQUE " : "",
                                    index.name(),
                                    name,
                                    index.method(),
                                    index.column(),
                                    index.rest()));
        }

        private Stream<String> triggerSql() {
            return triggers.stream()
                    .map(trigger -> "CREATE TRIGGER %s %s %s ON %s FOR EACH ROW EXECUTE FUNCTION touch();%s"
                            .formatted(
                                    trigger.name(),
                                    trigger.timing(),
                                    trigger.events(),
                                    name,
                                    trigger.enabled()
                                            ? ""
                                            : "\nALTER TABLE %s DISABLE TRIGGER %s;".formatted(name, trigger.name())));
        }

        private Stream<String> commentSql() {
            return columns.stream()
                    .filter(column -> column.comment() != null)
                    .map(column -> "COMMENT ON COLUMN %s.%s IS '%s';".formatted(name, column.name(), column.comment()));
        }

        Stream<String> foreignKeySql() {
            return foreignKeys.stream()
                    .map(key -> "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s%s;"
                            .formatted(name, key.name(), key.column(), key.target(), key.action()));
        }
    }

    /** What a table may have besides. */
    record Extras(
            @Nullable String comment,
            boolean granted,
            boolean secured,
            @Nullable Integer fillFactor) {
        Stream<String> sql(String table) {
            return Stream.of(
                            comment == null ? "" : "COMMENT ON TABLE %s IS '%s';".formatted(table, comment),
                            granted ? "GRANT SELECT, INSERT ON %s TO PUBLIC;".formatted(table) : "",
                            secured ? "ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY;".formatted(table) : "",
                            secured ? "CREATE POLICY all_rows ON %1$s USING (id IS NOT NULL);".formatted(table) : "",
                            fillFactor == null
                                    ? ""
                                    : "ALTER TABLE %s SET (fillfactor = %d);".formatted(table, fillFactor))
                    .filter(line -> !line.isEmpty());
        }
    }

    /** A view over a table or an earlier view. */
    record View(String name, String base, List<String> columns, boolean materialized, boolean commented) {
        View renamed(UnaryOperator<String> other) {
            return new View(name, other.apply(base), columns.stream().map(other).toList(), materialized, commented);
        }

        String sql() {
            String kind = materialized ? "MATERIALIZED VIEW" : "VIEW";
            return "CREATE %1$s %2$s AS SELECT %3$s FROM %4$s WHERE id IS NOT NULL;%5$s"
                    .formatted(
                            kind,
                            name,
                            String.join(", ", new TreeSet<>(columns)),
                            base,
                            commented ? "\nCOMMENT ON %s %s IS 'a view';".formatted(kind, name) : "");
        }
    }
}
