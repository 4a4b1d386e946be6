package io.schemactl.diff.story;

import io.schemactl.diff.Statement;
import io.schemactl.sql.PlainNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the change of Liquibase's own that does exactly what a command does. */
final class TypedChange {

    private static final String NAME = "\"((?:[^\"]|\"\")+)\"";
    private static final String QUALIFIED = NAME + "\\." + NAME;
    private static final String LIST = "\\(([^()]+)\\)";
    private static final String ALTER = "ALTER TABLE " + QUALIFIED + " ";
    private static final String TEXT = "'((?:[^']|'')+)'";
    private static final String ACTION = "(CASCADE|RESTRICT|SET NULL|SET DEFAULT)";
    private static final Pattern ONE = Pattern.compile(NAME);
    private static final Pattern KEY = Pattern.compile("\"?([a-z_][a-z0-9_]*)\"?( DESC)?");
    private static final String LARGEST = "9223372036854775807";

    private record Rule(Pattern pattern, Function<Names, Optional<Change>> change) {
        static Rule of(String pattern, Function<Names, Change> change) {
            return ifPossible(pattern, names -> Optional.of(change.apply(names)));
        }

        static Rule ifPossible(String pattern, Function<Names, Optional<Change>> change) {
            return new Rule(Pattern.compile(pattern, Pattern.DOTALL), change);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("DROP TABLE " + QUALIFIED, names -> names.of("dropTable", "tableName")),
            Rule.of("DROP VIEW " + QUALIFIED, names -> names.of("dropView", "viewName")),
            Rule.of("DROP SEQUENCE " + QUALIFIED, names -> names.of("dropSequence", "sequenceName")),
            Rule.of("DROP INDEX " + QUALIFIED, names -> names.of("dropIndex", "indexName")),
            Rule.of(
                    "CREATE SEQUENCE " + QUALIFIED
                            + " AS bigint START WITH (\\d{1,18}) INCREMENT BY ([1-9]\\d{0,17}) MINVALUE 1 MAXVALUE "
                            + LARGEST + " CACHE 1 NO CYCLE",
                    names -> names.of("createSequence", "sequenceName")
                            .with("startValue", names.number(3))
                            .with("incrementBy", names.number(4))),
            Rule.of(
                    ALTER + "RENAME TO " + NAME,
                    names -> names.of("renameTable", "oldTableName").with("newTableName", names.name(3))),
            Rule.of(
                    ALTER + "RENAME COLUMN " + NAME + " TO " + NAME,
                    names -> names.of("renameColumn", "tableName")
                            .with("oldColumnName", names.name(3))
                            .with("newColumnName", names.name(4))),
            Rule.ifPossible("CREATE TABLE " + QUALIFIED + " \\((.+)\\)", names -> TypedColumns.table(names)),
            Rule.ifPossible(ALTER + "ADD COLUMN (.+)", names -> TypedColumns.addition(names)),
            Rule.of(ALTER + "DROP COLUMN " + NAME, names -> names.column("dropColumn")),
            Rule.of(ALTER + "ALTER COLUMN " + NAME + " SET NOT NULL", names -> names.column("addNotNullConstraint")),
            Rule.of(ALTER + "ALTER COLUMN " + NAME + " DROP NOT NULL", names -> names.column("dropNotNullConstraint")),
            Rule.of(ALTER + "ALTER COLUMN " + NAME + " DROP DEFAULT", names -> names.column("dropDefaultValue")),
            Rule.ifPossible(
                    ALTER + "ADD CONSTRAINT " + NAME + " PRIMARY KEY " + LIST, names -> names.key("addPrimaryKey")),
            Rule.ifPossible(
                    ALTER + "ADD CONSTRAINT " + NAME + " UNIQUE " + LIST, names -> names.key("addUniqueConstraint")),
            Rule.ifPossible(
                    ALTER + "ADD CONSTRAINT " + NAME + " FOREIGN KEY " + LIST + " REFERENCES " + QUALIFIED + " " + LIST
                            + "(?: ON UPDATE " + ACTION + ")?(?: ON DELETE " + ACTION + ")?",
                    TypedChange::foreignKey),
            Rule.ifPossible(
                    "CREATE (UNIQUE )?INDEX " + NAME + " ON " + QUALIFIED + " USING ([a-z_]+) " + LIST,
                    TypedChange::index),
            Rule.of(
                    "COMMENT ON TABLE " + QUALIFIED + " IS " + TEXT,
                    names -> names.of("setTableRemarks", "tableName").with("remarks", names.unescaped(3))),
            Rule.of(
                    "COMMENT ON COLUMN " + QUALIFIED + "\\." + NAME + " IS " + TEXT,
                    names -> names.column("setColumnRemarks").with("remarks", names.unescaped(4))));

    private TypedChange() {}

    /** The change that does the same as a command: a typed one if there is one for certain, or else the command itself. */
    static Change of(Statement statement) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(statement.sql());
            if (matcher.matches()) {
                var names = new Names(matcher);
                Optional<Change> change = rule.change().apply(names);
                if (change.isPresent() && names.allPlain && !holdsParameter(change.get())) {
                    return change.get();
                }
            }
        }
        return Change.sql(statement.sql());
    }

    private static boolean holdsParameter(Change change) {
        return change.attributes().toString().contains("${");
    }

    private static Optional<Change> foreignKey(Names names) {
        Optional<String> columns = names.list(4);
        Optional<String> referenced = names.list(7);
        if (columns.isEmpty() || referenced.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Change.of("addForeignKeyConstraint")
                .with("constraintName", names.name(3))
                .with("baseTableSchemaName", names.name(1))
                .with("baseTableName", names.name(2))
                .with("baseColumnNames", columns.get())
                .with("referencedTableSchemaName", names.name(5))
                .with("referencedTableName", names.name(6))
                .with("referencedColumnNames", referenced.get())
                .with("onUpdate", names.text(8))
                .with("onDelete", names.text(9)));
    }

    private static Optional<Change> index(Names names) {
        Change change = Change.of("createIndex")
                .with("indexName", names.name(2))
                .with("schemaName", names.name(3))
                .with("tableName", names.name(4));
        if (names.text(1) != null) {
            change.attributes().put("unique", true);
        }
        change.with("using", "btree".equals(names.text(5)) ? null : names.text(5));
        var columns = change.attributes().putArray("columns");
        for (String key : String.valueOf(names.text(6)).split(", ", -1)) {
            Matcher matcher = KEY.matcher(key);
            if (!matcher.matches() || !PlainNames.isPlain(matcher.group(1))) {
                return Optional.empty();
            }
            var column = columns.addObject().putObject("column").put("name", matcher.group(1));
            if (matcher.group(2) != null) {
                column.put("descending", true);
            }
        }
        return Optional.of(change);
    }

    /** What a command names. */
    static final class Names {

        private final Matcher matcher;
        private boolean allPlain = true;

        private Names(Matcher matcher) {
            this.matcher = matcher;
        }

        @Nullable
        String text(int group) {
            return matcher.group(group);
        }

        long number(int group) {
            return Long.parseLong(matcher.group(group));
        }

        String unescaped(int group) {
            return matcher.group(group).replace("''", "'");
        }

        /** A name; Liquibase quotes by rules of its own, so that names that need quotes make no typed changes. */
        String name(int group) {
            String name = matcher.group(group);
            allPlain &= PlainNames.isPlain(name);
            return name;
        }

        Change of(String type, String attribute) {
            return Change.of(type).with("schemaName", name(1)).with(attribute, name(2));
        }

        Change column(String type) {
            return of(type, "tableName").with("columnName", name(3));
        }

        private Optional<Change> key(String type) {
            return list(4).map(columns ->
                    of(type, "tableName").with("constraintName", name(3)).with("columnNames", columns));
        }

        private Optional<String> list(int group) {
            List<String> names = new ArrayList<>();
            for (String part : matcher.group(group).split(", ", -1)) {
                Matcher one = ONE.matcher(part);
                if (!one.matches() || !PlainNames.isPlain(one.group(1))) {
                    return Optional.empty();
                }
                names.add(one.group(1));
            }
            return Optional.of(names.stream().collect(Collectors.joining(", ")));
        }
    }
}
