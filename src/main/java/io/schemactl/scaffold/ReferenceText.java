package io.schemactl.scaffold;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import io.schemactl.sql.WrittenName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a foreign key refers to, as in SQL behind {@code REFERENCES}.
 *
 * @param table the table
 * @param columns its columns; none for its primary key
 * @param actions what happens when a row that is referred to is changed or deleted, as written
 */
record ReferenceText(WrittenName table, List<Identifier> columns, String actions) {

    private static final String ACTION =
            "(CASCADE|RESTRICT|NO ACTION|SET (NULL|DEFAULT)( ?\\((\"([^\"]|\"\")*\"|[^\")])*\\))?)";
    private static final Pattern MATCH = clause("MATCH \\w+");
    private static final Pattern ON_UPDATE = clause("ON UPDATE " + ACTION);
    private static final Pattern ON_DELETE = clause("ON DELETE " + ACTION);

    ReferenceText {
        columns = List.copyOf(columns);
    }

    static ReferenceText read(Words words, Predicate<Token> end) {
        WrittenName table = words.name();
        String behind =
                words.until(token -> token.is("on") || token.is("match") || token.is("deferrable") || end.test(token));
        List<Identifier> columns = behind.isEmpty() ? List.of() : columns(behind);
        return new ReferenceText(table, columns, actions(words.until(end)));
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
        return Words.name(text)
                .filter(name -> name.parts().size() == 1)
                .orElseThrow(
                        () -> Refusal.of("`%s` is not the name of a column".formatted(text), "write a name as in SQL"))
                .last();
    }

    /** The command that adds the foreign key, with actions in the order in which the planner has them. */
    String addition(QualifiedName relation, Identifier constraint, List<Identifier> referring, Place place) {
        QualifiedName referenced = table.in(place.schema());
        boolean isNew = referenced.equals(relation)
                && place.reading().catalog().findTable(relation).isEmpty();
        List<Identifier> keys = keys(place, referenced, isNew);
        if (keys.size() != referring.size()) {
            throw Refusal.of(
                    "the foreign key of %s has %d columns, but refers to %d"
                            .formatted(relation.display(), referring.size(), keys.size()),
                    "name the columns of %s that it refers to".formatted(referenced.display()));
        }
        return "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s)%s"
                .formatted(
                        relation.quoted(),
                        constraint.quoted(),
                        list(referring),
                        referenced.quoted(),
                        list(keys),
                        ordered());
    }

    private List<Identifier> keys(Place place, QualifiedName referenced, boolean isNew) {
        if (!columns.isEmpty() || isNew) {
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

    /** Keywords in capitals with single spaces; columns stay as they are written. */
    private static String actions(String written) {
        var words = new ArrayList<String>();
        boolean isColumn = false;
        for (Token token : SqlLexer.code(written)) {
            isColumn = token.isSymbol('(') || (isColumn && !token.isSymbol(')'));
            words.add(isColumn ? token.text() : token.text().toUpperCase(Locale.ROOT));
        }
        return String.join(" ", words);
    }

    private static Pattern clause(String clause) {
        return Pattern.compile("(?<![\\w\"])" + clause);
    }

    /** In the order of the grammar, which has {@code DEFERRABLE} last, and of the planner, which has {@code ON UPDATE} first. */
    private String ordered() {
        var rest = new StringBuilder(actions);
        String ordered = Stream.of(MATCH, ON_UPDATE, ON_DELETE)
                .map(clause -> cut(clause, rest))
                .collect(Collectors.joining());
        String constraint = rest.toString().replaceAll("\\s+", " ").strip();
        return ordered + (constraint.isEmpty() ? "" : " " + constraint);
    }

    /** Takes a clause out of a text; it is returned with a space before it. */
    private static String cut(Pattern clause, StringBuilder text) {
        Matcher found = clause.matcher(text);
        if (!found.find()) {
            return "";
        }
        String cut = " " + found.group();
        text.delete(found.start(), found.end());
        return cut;
    }

    static String list(List<Identifier> columns) {
        return columns.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    }
}
