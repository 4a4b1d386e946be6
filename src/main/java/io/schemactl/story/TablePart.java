package io.schemactl.story;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a story says of a part of a table. */
public sealed interface TablePart extends Expectation {

    /**
     * A column.
     *
     * @param defaultExpression null means none
     * @param identity {@code always} or {@code by default}; null means none
     * @param generated null means that it is not generated
     * @param collation null means the type's own
     */
    record ExpectedColumn(
            Subject subject,
            Origin origin,
            String type,
            boolean nullable,
            @Nullable String defaultExpression,
            @Nullable String identity,
            @Nullable String generated,
            boolean virtual,
            @Nullable String collation,
            @Nullable ExpectedComment comment)
            implements TablePart {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.column(this);
        }
    }

    /**
     * A primary key or unique constraint.
     *
     * @param name null means any
     */
    record ExpectedKey(
            Subject subject,
            Origin origin,
            boolean primary,
            @Nullable Identifier name,
            List<Identifier> columns,
            List<Identifier> include,
            boolean nullsNotDistinct,
            Deferring deferring,
            @Nullable ExpectedComment comment)
            implements TablePart {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.key(this);
        }
    }

    /**
     * When a constraint is checked.
     *
     * @param initially {@code immediate} or {@code deferred}
     */
    record Deferring(boolean deferrable, String initially) {}

    /**
     * A foreign key.
     *
     * @param onDeleteColumns empty means all
     */
    record ExpectedForeignKey(
            Subject subject,
            Origin origin,
            List<Identifier> columns,
            QualifiedName referenced,
            List<Identifier> referencedColumns,
            String onDelete,
            List<Identifier> onDeleteColumns,
            String onUpdate,
            String match,
            Deferring deferring,
            boolean validated,
            boolean enforced,
            @Nullable ExpectedComment comment)
            implements TablePart {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.foreignKey(this);
        }
    }

    /** A check. */
    record ExpectedCheck(
            Subject subject,
            Origin origin,
            String expression,
            boolean validated,
            boolean enforced,
            boolean noInherit,
            @Nullable ExpectedComment comment)
            implements TablePart {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.check(this);
        }
    }

    /** An exclusion constraint. */
    record ExpectedExclusion(
            Subject subject,
            Origin origin,
            String definition,
            @Nullable ExpectedComment comment) implements TablePart {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.exclusion(this);
        }
    }

    /**
     * An index.
     *
     * @param table the table it is on
     * @param where its predicate; null means none
     */
    record ExpectedIndex(
            Subject subject,
            Origin origin,
            QualifiedName table,
            boolean unique,
            String method,
            List<ExpectedIndexKey> keys,
            List<Identifier> include,
            @Nullable String where,
            boolean nullsNotDistinct,
            @Nullable ExpectedComment comment)
            implements TablePart {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.index(this);
        }
    }

    /**
     * A key of an index: a column or an expression.
     *
     * @param operatorClass null means the type's default
     * @param collation null means the column's
     */
    record ExpectedIndexKey(
            @Nullable Identifier column,
            @Nullable String expression,
            boolean descending,
            boolean nullsFirst,
            @Nullable String operatorClass,
            @Nullable String collation) {}

    /**
     * A trigger.
     *
     * @param columns the columns whose update fires it; empty means all
     * @param when null means always
     * @param enabled {@code true}, {@code false}, {@code replica} or {@code always}
     * @param deferring of a constraint trigger
     */
    record ExpectedTrigger(
            Subject subject,
            Origin origin,
            String timing,
            Set<String> events,
            String level,
            List<Identifier> columns,
            @Nullable String when,
            @Nullable FunctionCall function,
            String enabled,
            Deferring deferring,
            @Nullable ExpectedComment comment)
            implements TablePart {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.trigger(this);
        }
    }

    /** A trigger's function and its arguments. */
    record FunctionCall(QualifiedName function, List<String> arguments) {}
}
