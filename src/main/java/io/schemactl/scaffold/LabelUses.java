package io.schemactl.scaffold;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.RangeType;
import io.schemactl.catalog.Table;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlText;
import io.schemactl.sql.WrittenName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of tables in whose values a label of an enum type can be: those of the type, and of types made of it. */
final class LabelUses {

    private static final Identifier NOWHERE = new Identifier("pg_catalog");
    private static final Pattern ELEMENTS = Pattern.compile("(\\[])+$");

    /** How a value holds labels. */
    private enum Holding {
        /** It is one. */
        LABEL,
        /** It is a list of them. */
        ARRAY,
        /** It reaches from one to another. */
        RANGE,
        /** Some of its parts hold them. */
        PARTS
    }

    private record Use(QualifiedName table, Column column, Holding holding) {}

    private final Catalog catalog;
    private final Map<QualifiedName, Holding> types = new LinkedHashMap<>();

    LabelUses(Catalog catalog, QualifiedName type) {
        this.catalog = catalog;
        types.put(type, Holding.LABEL);
        int before = 0;
        while (types.size() > before) {
            before = types.size();
            widen();
        }
    }

    /** Finds types that are made of those that are known. */
    private void widen() {
        catalog.all(Domain.class)
                .forEach(domain -> holding(domain.type()).ifPresent(found -> types.putIfAbsent(domain.name(), found)));
        catalog.all(RangeType.class)
                .filter(range -> holding(range.subtype()).isPresent())
                .forEach(range -> types.putIfAbsent(range.name(), Holding.RANGE));
        catalog.all(CompositeType.class)
                .filter(composite -> composite.columns().stream()
                        .anyMatch(part -> holding(part.type()).isPresent()))
                .forEach(composite -> types.putIfAbsent(composite.name(), Holding.PARTS));
    }

    /** How values of a type hold labels, as the catalog prints the type; empty if they do not. */
    private Optional<Holding> holding(String type) {
        boolean isArray = type.endsWith("[]");
        @Nullable
        Holding element = WrittenName.parse(isArray ? ELEMENTS.matcher(type).replaceFirst("") : type)
                .map(name -> types.get(name.in(NOWHERE)))
                .orElse(null);
        if (element == null || !isArray) {
            return Optional.ofNullable(element);
        }
        return Optional.of(element == Holding.LABEL ? Holding.ARRAY : Holding.PARTS);
    }

    /** Where in the JSON of a value of a type there are labels, or lists of them; other parts may hold the same text. */
    private List<String> paths(String type) {
        boolean isArray = type.endsWith("[]");
        String element = isArray ? ELEMENTS.matcher(type).replaceFirst("") : type;
        Optional<QualifiedName> name = WrittenName.parse(element).map(written -> written.in(NOWHERE));
        String items = isArray ? "[*]" : "";
        return name.flatMap(this::domainType)
                .map(of -> paths(of).stream().map(path -> items + path).toList())
                .or(() -> name.flatMap(this::composite)
                        .map(composite -> composite.columns().stream()
                                .filter(part -> holding(part.type()).isPresent())
                                .flatMap(part -> paths(part.type()).stream()
                                        .map(path -> items + "." + quoted(part.name()) + path))
                                .toList()))
                .orElse(List.of(""));
    }

    private Optional<String> domainType(QualifiedName name) {
        return catalog.find(Domain.class, ObjectKey.of(Kind.DOMAIN, name)).map(Domain::type);
    }

    private Optional<CompositeType> composite(QualifiedName name) {
        return catalog.find(CompositeType.class, ObjectKey.of(Kind.COMPOSITE_TYPE, name));
    }

    /** A name as a path writes it. */
    private static String quoted(Identifier name) {
        return '"' + name.name().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private List<Use> uses() {
        var uses = new ArrayList<Use>();
        catalog.all(Table.class)
                .filter(table -> table.form() != Table.Form.FOREIGN
                        && table.inheritance().partitionBound() == null)
                .forEach(table -> table.columns().stream()
                        .filter(column -> !column.inherited())
                        .forEach(column -> holding(column.type())
                                .ifPresent(found -> uses.add(new Use(table.name(), column, found)))));
        return uses;
    }

    /** A command that fails, and names them, if rows hold a label; empty if there are no such columns. */
    Optional<String> refusal(String label) {
        List<Use> uses = uses();
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        String tables =
                uses.stream().map(use -> use.table().quoted()).distinct().collect(Collectors.joining(", "));
        String checks = uses.stream().map(use -> check(use, label)).collect(Collectors.joining());
        // Nobody may add such a row between the check and the rewrite, which needs the same lock.
        String code = """

                DECLARE
                    found bigint;
                BEGIN
                    LOCK TABLE %s IN ACCESS EXCLUSIVE MODE;
                %sEND
                """.formatted(tables, checks);
        String tag = code.contains("$$") ? SqlText.dollarTag(code) : "$$";
        return Optional.of("DO " + tag + code + tag);
    }

    private String check(Use use, String label) {
        String display =
                "%s.%s".formatted(use.table().display(), use.column().name().display());
        String message =
                "' rows of %s hold the label %s'".formatted(display.replace("'", "''"), label.replace("'", "''"));
        return """
                    SELECT count(*) INTO found FROM %s WHERE %s;
                    IF found > 0 THEN
                        RAISE EXCEPTION USING
                            ERRCODE = 'check_violation',
                            MESSAGE = found || %s,
                            HINT = 'Give them another value, then roll back again.';
                    END IF;
                """.formatted(use.table().quoted(), condition(use, Literal.of(label)), message);
    }

    private String condition(Use use, String label) {
        String column = use.column().name().quoted();
        return switch (use.holding()) {
            case LABEL -> "%s::text = %s".formatted(column, label);
            case ARRAY -> "%s = ANY (%s::text[])".formatted(label, column);
            case RANGE -> "lower(%s)::text = %s OR upper(%s)::text = %s".formatted(column, label, column, label);
            case PARTS ->
                paths(use.column().type()).stream()
                        .map(path -> "jsonb_path_exists(to_jsonb(%s), %s, jsonb_build_object('label', %s))"
                                .formatted(column, Literal.of("$" + path + ".** ? (@ == $label)"), label))
                        .collect(Collectors.joining(" OR "));
        };
    }
}
