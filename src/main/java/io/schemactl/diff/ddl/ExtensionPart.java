package io.schemactl.diff.ddl;

import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that an extension's table or view has.
 *
 * @param kind what it is, such as {@code INDEX}
 * @param name its own name, as SQL has it; null for what a table has one of
 * @param table the table, with its schema
 * @param schema the schema alone
 */
record ExtensionPart(String kind, @Nullable String name, String table, String schema) {

    /** A name as PostgreSQL prints it, with quotes where it needs them. */
    static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^\" .,;()]+)";

    private static final Pattern TEXT = Pattern.compile(
            "(ROW SECURITY|\\w+)(?: (%1$s(?:\\.%1$s)?))? ON ((%1$s)\\.%1$s)".formatted(NAME), Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("(?<type>.*?)(?<mandatory> NOT NULL)?(?: DEFAULT (?<default>.*))?", Pattern.DOTALL);
    private static final Pattern REFERENCES =
            Pattern.compile(".* REFERENCES (%1$s\\.%1$s)\\(.*".formatted(NAME), Pattern.DOTALL);

    static ExtensionPart of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a part of an extension's table: " + text);
        }
        return new ExtensionPart(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
    }

    /** Whether it is changed, and not made anew. */
    boolean isProperty() {
        return name == null;
    }

    boolean isColumn() {
        return kind.equals("COLUMN");
    }

    List<Statement> create(String definition) {
        return switch (kind) {
            case "COLUMN" -> List.of(altering("ADD COLUMN %s %s".formatted(name, definition)));
            case "CONSTRAINT" ->
                List.of(Statement.of(
                        "ALTER TABLE %s ADD CONSTRAINT %s %s".formatted(table, name, definition), hazards(definition)));
            case "POLICY" -> List.of(locking("CREATE POLICY %s ON %s %s".formatted(name, table, definition)));
            case "RULE" -> List.of(locking(definition.replaceFirst(";$", "")));
            case "TRIGGER" ->
                List.of(Statement.of(definition, new Hazard(Hazard.Type.LOCK, table, Hazards.SHARE_ROW_EXCLUSIVE)));
            case "INDEX" ->
                List.of(Statement.of(
                        definition,
                        new Hazard(Hazard.Type.INDEX_BUILD, table, Hazards.SHARE),
                        new Hazard(Hazard.Type.LOCK, table, Hazards.SHARE)));
            default -> List.of(Statement.of(definition));
        };
    }

    private Hazard[] hazards(String constraint) {
        Matcher reference = REFERENCES.matcher(constraint);
        boolean isForeign = constraint.startsWith("FOREIGN KEY") && reference.matches();
        String lock = isForeign ? Hazards.SHARE_ROW_EXCLUSIVE : Hazards.ACCESS_EXCLUSIVE;
        boolean isIndexed = !isForeign && !constraint.startsWith("CHECK");
        var hazards = new ArrayList<>(List.of(new Hazard(Hazard.Type.LOCK, table, lock)));
        if (!constraint.endsWith(" NOT VALID")) {
            hazards.add(new Hazard(isIndexed ? Hazard.Type.INDEX_BUILD : Hazard.Type.TABLE_SCAN, table, lock));
            hazards.add(Hazard.of(Hazard.Type.MAY_FAIL, table));
        }
        if (isForeign) {
            hazards.add(new Hazard(Hazard.Type.LOCK, reference.group(1), lock));
        }
        return hazards.toArray(Hazard[]::new);
    }

    List<Statement> drop(String definition) {
        return switch (kind) {
            case "COLUMN" ->
                List.of(Statement.of(
                        "ALTER TABLE %s DROP COLUMN %s".formatted(table, name),
                        Hazard.of(Hazard.Type.DATA_LOSS, table),
                        Hazard.accessExclusive(table)));
            case "CONSTRAINT" -> {
                Matcher reference = REFERENCES.matcher(definition);
                boolean isForeign = definition.startsWith("FOREIGN KEY") && reference.matches();
                yield List.of(Statement.of(
                        "ALTER TABLE %s DROP CONSTRAINT %s".formatted(table, name),
                        Hazard.accessExclusive(table),
                        Hazard.accessExclusive(isForeign ? reference.group(1) : table)));
            }
            case "INDEX" -> List.of(locking("DROP INDEX %s.%s".formatted(schema, name)));
            case "STATISTICS" -> List.of(Statement.of("DROP STATISTICS " + name));
            default -> List.of(locking("DROP %s %s ON %s".formatted(kind, name, table)));
        };
    }

    /** What changes a column, or a property of the table; empty if nothing does so without a person's decision. */
    List<Statement> alter(@Nullable String from, @Nullable String to) {
        var statements = new ArrayList<Statement>();
        switch (kind) {
            case "ROW SECURITY" -> {
                words(to).stream()
                        .filter(word -> !words(from).contains(word))
                        .forEach(word -> statements.add(altering(word + " ROW LEVEL SECURITY")));
                words(from).stream()
                        .filter(word -> !words(to).contains(word))
                        .map(word -> word.equals("ENABLE") ? "DISABLE" : "NO FORCE")
                        .forEach(word -> statements.add(altering(word + " ROW LEVEL SECURITY")));
            }
            case "COLUMN" -> statements.addAll(column(Objects.requireNonNull(from), Objects.requireNonNull(to)));
            default -> throw new IllegalArgumentException(kind + " is made anew");
        }
        return statements;
    }

    /** What ends a column's default, which may need something that goes. */
    List<Statement> loosen(String from, String to) {
        Matcher before = COLUMN.matcher(from);
        Matcher after = COLUMN.matcher(to);
        if (!isColumn() || !areAlterable(before, after)) {
            return List.of();
        }
        String old = before.group("default");
        String value = after.group("default");
        boolean isLeft = old == null || old.equals(value) || (value != null && !old.contains("."));
        return isLeft ? List.of() : List.of(altering("ALTER COLUMN %s DROP DEFAULT".formatted(name)));
    }

    private static boolean areAlterable(Matcher before, Matcher after) {
        return before.matches()
                && after.matches()
                && before.group("type").equals(after.group("type"))
                && !isGenerated(before)
                && !isGenerated(after);
    }

    private static boolean isGenerated(Matcher column) {
        return column.group("type").contains(" GENERATED ALWAYS AS ");
    }

    private static Set<String> words(@Nullable String text) {
        return text == null ? Set.of() : new TreeSet<>(Arrays.asList(text.split(", ")));
    }

    private List<Statement> column(String from, String to) {
        Matcher before = COLUMN.matcher(from);
        Matcher after = COLUMN.matcher(to);
        if (!areAlterable(before, after)) {
            return List.of();
        }
        var statements = new ArrayList<Statement>();
        String value = after.group("default");
        if (value != null && !value.equals(before.group("default"))) {
            statements.add(altering("ALTER COLUMN %s SET DEFAULT %s".formatted(name, value)));
        }
        if (!Objects.equals(before.group("mandatory"), after.group("mandatory"))) {
            boolean isMandatory = after.group("mandatory") != null;
            String sql =
                    "ALTER TABLE %s ALTER COLUMN %s %s NOT NULL".formatted(table, name, isMandatory ? "SET" : "DROP");
            statements.add(
                    isMandatory
                            ? Statement.of(
                                    sql,
                                    new Hazard(Hazard.Type.TABLE_SCAN, table, Hazards.ACCESS_EXCLUSIVE),
                                    Hazard.of(Hazard.Type.MAY_FAIL, table),
                                    Hazard.accessExclusive(table))
                            : locking(sql));
        }
        return statements;
    }

    private Statement altering(String change) {
        return locking("ALTER TABLE %s %s".formatted(table, change));
    }

    private Statement locking(String sql) {
        return Statement.of(sql, Hazard.accessExclusive(table));
    }
}
