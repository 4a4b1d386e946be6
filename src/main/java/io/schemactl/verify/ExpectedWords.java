package io.schemactl.verify;

import io.schemactl.sql.Identifier;
import io.schemactl.story.Expectation;
import io.schemactl.story.Expectation.ExpectedEnum;
import io.schemactl.story.TablePart.ExpectedCheck;
import io.schemactl.story.TablePart.ExpectedColumn;
import io.schemactl.story.TablePart.ExpectedExclusion;
import io.schemactl.story.TablePart.ExpectedForeignKey;
import io.schemactl.story.TablePart.ExpectedIndex;
import io.schemactl.story.TablePart.ExpectedIndexKey;
import io.schemactl.story.TablePart.ExpectedKey;
import io.schemactl.story.TablePart.ExpectedTrigger;
import java.util.List;
import java.util.stream.Collectors;

/** Says in a line what an object that is missing should be. */
final class ExpectedWords {

    private ExpectedWords() {}

    static String of(Expectation expectation) {
        if (expectation instanceof ExpectedIndex index) {
            return index(index);
        }
        if (expectation instanceof ExpectedColumn column) {
            return column.type()
                    + (column.nullable() ? "" : " NOT NULL")
                    + (column.defaultExpression() == null ? "" : " DEFAULT " + column.defaultExpression());
        }
        if (expectation instanceof ExpectedForeignKey key) {
            return "(%s) REFERENCES %s(%s) ON DELETE %s"
                    .formatted(
                            names(key.columns()),
                            key.referenced().name(),
                            names(key.referencedColumns()),
                            key.onDelete().toUpperCase(java.util.Locale.ROOT));
        }
        if (expectation instanceof ExpectedTrigger trigger) {
            return "%s %s, each %s".formatted(trigger.timing(), String.join(" or ", trigger.events()), trigger.level());
        }
        return ofConstraintOrType(expectation);
    }

    private static String ofConstraintOrType(Expectation expectation) {
        if (expectation instanceof ExpectedKey key) {
            return "(" + names(key.columns()) + ")";
        }
        if (expectation instanceof ExpectedCheck check) {
            return check.expression();
        }
        if (expectation instanceof ExpectedExclusion exclusion) {
            return exclusion.definition();
        }
        if (expectation instanceof ExpectedEnum type && type.labels() != null) {
            return String.join(", ", type.labels());
        }
        return "present";
    }

    private static String index(ExpectedIndex index) {
        String keys = index.keys().stream().map(ExpectedWords::key).collect(Collectors.joining(", "));
        return "%s%s (%s)%s"
                .formatted(
                        index.unique() ? "unique " : "",
                        index.method(),
                        keys,
                        index.where() == null ? "" : " WHERE " + index.where());
    }

    private static String key(ExpectedIndexKey key) {
        String what = key.column() == null
                ? String.valueOf(key.expression())
                : key.column().display();
        String operators = key.operatorClass() == null ? "" : " " + key.operatorClass();
        return what + operators + (key.descending() ? " DESC" : "");
    }

    private static String names(List<Identifier> names) {
        return names.stream().map(Identifier::display).collect(Collectors.joining(", "));
    }
}
