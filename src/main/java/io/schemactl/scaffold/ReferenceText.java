package io.schemactl.scaffold;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer.Token;
import io.schemactl.sql.WrittenName;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a foreign key refers to, as in SQL behind {@code REFERENCES}.
 *
 * @param table the table
 * @param columns its columns; none for its primary key
 * @param actions what happens when a row that is referred to is changed or deleted, as written
 */
record ReferenceText(WrittenName table, List<Identifier> columns, String actions) {

    private static final String ACTION = "(CASCADE|RESTRICT|SET NULL|SET DEFAULT|NO ACTION)";
    private static final Pattern ON_UPDATE = Pattern.compile("ON UPDATE " + ACTION);
    private static final Pattern ON_DELETE = Pattern.compile("ON DELETE " + ACTION);

    ReferenceText {
        columns = List.copyOf(columns);
    }

    static ReferenceText read(Words words, Predicate<Token> end) {
        WrittenName table = words.name();
        String behind =
                words.until(token -> token.is("on") || token.is("match") || token.is("deferrable") || end.test(token));
        List<Identifier> columns = behind.isEmpty() ? List.of() : columns(behind);
        return new ReferenceText(
                table, columns, words.until(end).replaceAll("\\s+", " ").toUpperCase(Locale.ROOT));
    }

    private static List<Identifier> columns(String list) {
        var words = new Words(
                list,
                () -> Refusal.of(
                        "`%s` is not a list of columns".formatted(list),
                        "write them as in SQL: references customers (id)"));
        List<Identifier> columns =
                words.list().stream().map(ReferenceText::column).toList();
        words.requireEnd();
        return columns;
    }

    static Identifier column(String text) {
        return WrittenName.parse(text)
                .filter(name -> name.parts().size() == 1)
                .orElseThrow(
                        () -> Refusal.of("`%s` is not the name of a column".formatted(text), "write a name as in SQL"))
                .last();
    }

    /** The command that adds the foreign key, with actions in the order in which the planner has them. */
    String addition(QualifiedName relation, List<Identifier> referring, Place place, @Nullable QualifiedName ownTable) {
        QualifiedName referenced = table.in(place.schema());
        boolean isItself = referenced.equals(ownTable);
        List<Identifier> keys = keys(place, referenced, isItself);
        if (keys.size() != referring.size()) {
            throw Refusal.of(
                    "the foreign key of %s has %d columns, but refers to %d"
                            .formatted(relation.display(), referring.size(), keys.size()),
                    "name the columns of %s that it refers to".formatted(referenced.display()));
        }
        return "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s)%s"
                .formatted(
                        relation.quoted(),
                        ObjectNames.foreignKey(relation.name(), referring).quoted(),
                        list(referring),
                        referenced.quoted(),
                        list(keys),
                        ordered());
    }

    private List<Identifier> keys(Place place, QualifiedName referenced, boolean isItself) {
        if (!columns.isEmpty() || isItself) {
            return columns.isEmpty() ? List.of(new Identifier("id")) : columns;
        }
        List<Identifier> primary = place.primaryKey(place.table(table).name());
        if (primary.isEmpty()) {
            throw Refusal.of(
                    "table %s has no primary key that a foreign key could refer to".formatted(referenced.display()),
                    "name the columns: references %s (…)".formatted(referenced.display()));
        }
        return primary;
    }

    private String ordered() {
        Matcher update = ON_UPDATE.matcher(actions);
        Matcher delete = ON_DELETE.matcher(actions);
        String first = update.find() ? " " + update.group() : "";
        String second = delete.find() ? " " + delete.group() : "";
        String rest = actions.replace(first.strip(), "")
                .replace(second.strip(), "")
                .replaceAll("\\s+", " ")
                .strip();
        return (rest.isEmpty() ? "" : " " + rest) + first + second;
    }

    static String list(List<Identifier> columns) {
        return columns.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    }
}
