package io.schemactl.scaffold;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.Table;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row that a table may take: a value for each column that wants one, and for those that are asked for. */
final class SampleRow {

    private static final Pattern TYPE = Pattern.compile("([a-z ]+?)(?:\\((\\d+)[,\\d]*\\))?( with(?:out)? time zone)?");

    private final Table table;
    private final Place place;

    SampleRow(Table table, Place place) {
        this.table = table;
        this.place = place;
    }

    String insert() {
        return insert(null, "");
    }

    String insertWithNull(Identifier column) {
        return insert(column, "NULL");
    }

    private String insert(@org.jspecify.annotations.Nullable Identifier special, String value) {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (Column column : table.columns()) {
            boolean isSpecial = column.name().equals(special);
            boolean wants = column.notNull()
                    && column.defaultExpression() == null
                    && column.identity() == null
                    && column.generated() == null;
            if (isSpecial || wants) {
                names.add(ObjectNames.sql(column.name()));
                values.add(isSpecial ? value : value(column.type()));
            }
        }
        String name = ObjectNames.sql(table.name());
        return names.isEmpty()
                ? "INSERT INTO %s DEFAULT VALUES".formatted(name)
                : "INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(name, String.join(", ", names), String.join(", ", values));
    }

    private String value(String type) {
        Matcher matcher = TYPE.matcher(type);
        String plain = matcher.matches() ? matcher.group(1) : type;
        return switch (plain) {
            case "bigint", "integer", "smallint", "numeric", "double precision", "real" -> "1";
            case "boolean" -> "true";
            case "text", "character varying", "character" -> "'x'";
            case "uuid" -> "'00000000-0000-4000-8000-000000000001'";
            case "date", "timestamp" -> "'2026-01-02'";
            case "time" -> "'12:00'";
            case "interval" -> "'1 day'";
            case "json", "jsonb" -> "'{}'";
            case "inet", "cidr" -> "'192.0.2.1'";
            case "bytea" -> "''";
            default -> type.endsWith("[]") ? "'{}'" : label(type);
        };
    }

    /** The first label of an enum type; of other types the server says that the text does not do. */
    private String label(String type) {
        return place.reading()
                .catalog()
                .all(EnumType.class)
                .filter(each -> type.equals(each.name().display()))
                .map(EnumType::labels)
                .filter(labels -> !labels.isEmpty())
                .map(labels -> Literal.of(labels.get(0)))
                .findFirst()
                .orElse("''");
    }

    /** Names that the row of a test is found by. */
    static String columns(List<Identifier> names) {
        return String.join(", ", names.stream().map(ObjectNames::sql).toList());
    }
}
