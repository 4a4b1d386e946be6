package io.schemactl.scaffold;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.SqlLexer.Token;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column as somebody defines it: as in SQL, with {@code comment 'text'} besides.
 *
 * @param name its name
 * @param definition its type, default, collation and NOT NULL, as written
 * @param notNull whether it refuses NULL
 * @param hasDefault whether it has a default or is computed
 * @param references what it refers to
 * @param check what is checked
 * @param unique whether no two rows have the same value
 * @param comment what it is, in words
 */
record ColumnText(
        Identifier name,
        String definition,
        boolean notNull,
        boolean hasDefault,
        @Nullable ReferenceText references,
        @Nullable String check,
        boolean unique,
        String comment) {

    private static final Set<String> CLAUSES = Set.of(
            "not",
            "default",
            "generated",
            "collate",
            "references",
            "check",
            "unique",
            "comment",
            "primary",
            "constraint");

    /** What the clauses behind the type say. */
    private static final class Clauses {
        private final StringBuilder definition;
        private boolean notNull;
        private boolean hasDefault;
        private boolean unique;
        private @Nullable ReferenceText references;
        private @Nullable String check;
        private @Nullable String comment;

        Clauses(String type) {
            definition = new StringBuilder(type);
        }
    }

    /** Reads a definition; its name comes before. */
    static ColumnText read(Identifier name, String text, String option) {
        var words = new Words(
                text,
                () -> Refusal.of(
                        "%s: `%s` is not the definition of column %s".formatted(option, text, name.display()),
                        "write it as in SQL, such as `note text not null default '' comment 'what it says'`"));
        String type = words.until(ColumnText::isClause);
        if (type.isEmpty()) {
            throw Refusal.of(
                    "%s: column %s has no type".formatted(option, name.display()), "write its type behind its name");
        }
        var clauses = new Clauses(type);
        while (!words.isAtEnd()) {
            clause(words, clauses, option);
        }
        return new ColumnText(
                name,
                clauses.definition.toString(),
                clauses.notNull,
                clauses.hasDefault,
                clauses.references,
                clauses.check,
                clauses.unique,
                clauses.comment == null ? ObjectNames.comment(name) : clauses.comment);
    }

    private static boolean isClause(Token token) {
        return token.isName() && CLAUSES.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private static void clause(Words words, Clauses clauses, String option) {
        if (words.skip("comment")) {
            clauses.comment = words.constant();
        } else if (words.skip("references")) {
            clauses.references = ReferenceText.read(words, ColumnText::isClauseBehindReference);
        } else if (words.skip("unique")) {
            clauses.unique = true;
        } else if (words.skip("check")) {
            clauses.check = String.join(", ", words.list());
        } else if (words.skip("not")) {
            clauses.notNull = true;
            clauses.definition
                    .append(" NOT ")
                    .append(words.until(ColumnText::isClause).toUpperCase(Locale.ROOT));
        } else if (words.skip("primary") || words.skip("constraint")) {
            throw Refusal.of(
                    "%s: constraints get their names by themselves, and the primary key is `id`".formatted(option),
                    "leave out `primary key` and `constraint`");
        } else {
            defined(words, clauses);
        }
    }

    private static void defined(Words words, Clauses clauses) {
        String keyword = "COLLATE";
        if (words.skip("default")) {
            keyword = "DEFAULT";
            clauses.hasDefault = true;
        } else if (words.skip("generated")) {
            keyword = "GENERATED";
            clauses.hasDefault = true;
        } else {
            words.skip("collate");
        }
        String value = keyword.equals("GENERATED")
                ? words.until(token -> isClause(token) && !token.is("default"))
                : words.until(ColumnText::isClause);
        clauses.definition.append(' ').append(keyword).append(' ').append(value);
    }

    /** {@code ON DELETE SET DEFAULT} is no default. */
    private static boolean isClauseBehindReference(Token token) {
        return isClause(token) && !token.is("default");
    }
}
