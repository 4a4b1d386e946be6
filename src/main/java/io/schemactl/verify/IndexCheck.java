package io.schemactl.verify;

import io.schemactl.catalog.Expressions;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.IndexKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Relation;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import io.schemactl.story.TablePart.ExpectedIndex;
import io.schemactl.story.TablePart.ExpectedIndexKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks indexes. */
final class IndexCheck {

    private final Checking checking;

    IndexCheck(Checking checking) {
        this.checking = checking;
    }

    void index(ExpectedIndex expected) {
        Optional<Relation> relation = checking.findRelation(expected.table());
        if (relation.isEmpty()) {
            return;
        }
        Identifier name = expected.subject().name();
        Report report = checking.report(expected, checking.labels().part("index", name, expected.table()));
        checking.catalog()
                .find(Index.class, ObjectKey.ofPart(Kind.INDEX, expected.table(), name))
                .ifPresentOrElse(
                        index -> compare(report, expected, index, relation.get()),
                        () -> report.missing(instead(expected)));
    }

    /** The index with a name. */
    Optional<Index> find(QualifiedName name) {
        return checking.catalog()
                .all(Index.class)
                .filter(index -> index.qualifiedName().equals(name))
                .findFirst();
    }

    private String instead(ExpectedIndex expected) {
        Optional<Index> moved = find(expected.subject().qualifiedName());
        if (moved.isPresent()) {
            return "; an index of that name is on "
                    + checking.labels().name(moved.get().relation());
        }
        return checking.catalog()
                .partsOf(expected.table(), Kind.INDEX, Index.class)
                .filter(index -> isEqual(expected, index))
                .findFirst()
                .map(index -> "; index %s is on the same columns".formatted(index.name()))
                .orElse("");
    }

    private static boolean isEqual(ExpectedIndex expected, Index index) {
        return words(expected.keys()).equals(actualWords(index.keys()))
                && index.method().equals(expected.method())
                && index.uniqueness().unique() == expected.unique();
    }

    private void compare(Report report, ExpectedIndex expected, Index actual, Relation relation) {
        if (!actual.state().valid()) {
            report.custom(IntegrityCheck.INVALID_INDEX, IntegrityCheck.invalidWords(), IntegrityCheck.rebuild(actual));
        } else if (!actual.state().ready()) {
            report.custom(IntegrityCheck.UNREADY_INDEX, IntegrityCheck.unreadyWords(), IntegrityCheck.rebuild(actual));
        }
        Expressions.Context context = Expressions.in(relation);
        report.property("method", expected.method(), actual.method());
        report.property("unique", expected.unique(), actual.uniqueness().unique());
        keys(report, expected, actual, context);
        report.property("list of included columns", Labels.list(expected.include()), Labels.list(actual.include()));
        report.expression("predicate", context, expected.where(), actual.predicate());
        report.property(
                "nulls not distinct",
                expected.nullsNotDistinct(),
                actual.uniqueness().nullsNotDistinct());
        report.comment(expected.comment(), actual.comment());
    }

    private static void keys(Report report, ExpectedIndex expected, Index actual, Expressions.Context context) {
        List<@Nullable Identifier> columns =
                columns(expected.keys().stream().map(key -> key.column()).toList());
        List<@Nullable Identifier> actualColumns =
                columns(actual.keys().stream().map(key -> key.column()).toList());
        if (!columns.equals(actualColumns)) {
            report.property("list of keys", words(expected.keys()), actualWords(actual.keys()));
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            key(report, expected.keys().get(i), actual.keys().get(i), context);
        }
    }

    private static void key(Report report, ExpectedIndexKey expected, IndexKey actual, Expressions.Context context) {
        String key = "key " + word(actual.column(), actual.expression());
        if (expected.expression() != null) {
            report.expression("expression of " + key, context, expected.expression(), actual.expression());
        }
        report.property(
                "order of " + key, expected.descending() ? "desc" : "asc", actual.descending() ? "desc" : "asc");
        report.property(
                "place of nulls in " + key,
                expected.nullsFirst() ? "first" : "last",
                actual.nullsFirst() ? "first" : "last");
        operatorClass(report, key, expected.operatorClass(), actual.operatorClass());
        if (!Names.same(expected.collation(), actual.collation())) {
            report.property("collation of " + key, expected.collation(), Names.show(actual.collation()));
        }
    }

    private static void operatorClass(
            Report report, String key, @Nullable String expected, IndexKey.OperatorClass actual) {
        String options = actual.options().isEmpty()
                ? ""
                : actual.options().values().entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining(", ", "(", ")"));
        String words = Names.show(actual.name()) + options;
        if (expected == null) {
            if (!actual.isDefault() || !options.isEmpty()) {
                report.property("operator class of " + key, "the type's default", words);
            }
            return;
        }
        int parenthesis = optionsIn(expected);
        String name = (parenthesis < 0 ? expected : expected.substring(0, parenthesis)).strip();
        String expectedOptions = parenthesis < 0 ? "" : expected.substring(parenthesis);
        if (!Names.same(name, actual.name()) || !Texts.same(expectedOptions, options)) {
            report.property("operator class of " + key, expected, words);
        }
    }

    /** Where an operator class's options begin; -1 if it has none. */
    private static int optionsIn(String operatorClass) {
        return SqlLexer.code(operatorClass).stream()
                .filter(token -> token.isSymbol('('))
                .mapToInt(Token::start)
                .findFirst()
                .orElse(-1);
    }

    private static String words(List<ExpectedIndexKey> keys) {
        return Labels.list(
                keys.stream().map(key -> word(key.column(), key.expression())).toList());
    }

    private static String actualWords(List<IndexKey> keys) {
        return Labels.list(
                keys.stream().map(key -> word(key.column(), key.expression())).toList());
    }

    private static String word(@Nullable Identifier column, @Nullable String expression) {
        return column == null ? String.valueOf(expression) : column.display();
    }

    /** The columns, with null for an expression. */
    private static List<@Nullable Identifier> columns(List<@Nullable Identifier> columns) {
        return columns;
    }
}
