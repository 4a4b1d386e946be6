package io.schemactl.story;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a story says of one object. A component that is null is not checked, unless it says otherwise. */
public sealed interface Expectation
        permits Expectation.ExpectedAbsence,
                Expectation.ExpectedSchema,
                Expectation.ExpectedExtension,
                Expectation.ExpectedEnum,
                Expectation.ExpectedDomain,
                Expectation.ExpectedSequence,
                Expectation.ExpectedFunction,
                Expectation.ExpectedView,
                Expectation.ExpectedTable,
                TablePart {

    /** The object. */
    Subject subject();

    /** Who says so, and where. */
    Origin origin();

    /** Calls the visitor's method for this kind of expectation. */
    void accept(ExpectationVisitor visitor);

    /** The object must not exist. */
    record ExpectedAbsence(Subject subject, Origin origin) implements Expectation {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.absence(this);
        }
    }

    /** A schema. */
    record ExpectedSchema(
            Subject subject, Origin origin, @Nullable ExpectedComment comment) implements Expectation {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.schema(this);
        }
    }

    /** An extension. */
    record ExpectedExtension(
            Subject subject,
            Origin origin,
            @Nullable Identifier schema,
            @Nullable String version,
            @Nullable ExpectedComment comment)
            implements Expectation {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.extension(this);
        }
    }

    /**
     * An enum type.
     *
     * @param labels exactly these, in this order
     */
    record ExpectedEnum(
            Subject subject,
            Origin origin,
            @Nullable List<String> labels,
            @Nullable ExpectedComment comment) implements Expectation {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.enumType(this);
        }
    }

    /**
     * A domain.
     *
     * @param type the type below it; null if only the domain's existence is expected
     * @param defaultExpression its default; null means none
     * @param checks exactly these, by name
     */
    record ExpectedDomain(
            Subject subject,
            Origin origin,
            @Nullable String type,
            boolean nullable,
            @Nullable String defaultExpression,
            Map<Identifier, String> checks,
            @Nullable ExpectedComment comment)
            implements Expectation {
        /** Sorts the checks. */
        public ExpectedDomain {
            checks = new TreeMap<>(checks);
        }

        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.domain(this);
        }
    }

    /**
     * A sequence.
     *
     * @param properties its properties; null if only its existence is expected
     */
    record ExpectedSequence(
            Subject subject,
            Origin origin,
            @Nullable SequenceProperties properties,
            @Nullable ExpectedComment comment) implements Expectation {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.sequence(this);
        }
    }

    /**
     * The properties of a sequence.
     *
     * @param start null means the default for the other properties, as with minimum and maximum
     * @param owner the table's name and the column; null means none
     */
    record SequenceProperties(
            String type,
            @Nullable Long start,
            long increment,
            @Nullable Long minimum,
            @Nullable Long maximum,
            long cache,
            boolean cycle,
            @Nullable ColumnName owner) {}

    /** A column with its table. */
    record ColumnName(QualifiedName table, Identifier column) {}

    /**
     * A function or procedure.
     *
     * @param procedure whether it is a procedure
     * @param traits its promises; null if only its existence is expected
     */
    record ExpectedFunction(
            Subject subject,
            Origin origin,
            boolean procedure,
            @Nullable String returns,
            @Nullable String language,
            @Nullable FunctionTraits traits,
            @Nullable String body,
            @Nullable ExpectedComment comment)
            implements Expectation {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.function(this);
        }
    }

    /** What a function promises. */
    record FunctionTraits(String volatility, String security, boolean strict) {}

    /**
     * A view.
     *
     * @param materialized whether it is a materialized one; null if only its existence is expected
     */
    record ExpectedView(
            Subject subject,
            Origin origin,
            @Nullable Boolean materialized,
            @Nullable List<Identifier> columns,
            @Nullable String definition,
            @Nullable ExpectedComment comment)
            implements Expectation {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.view(this);
        }
    }

    /** A table's own properties. */
    record ExpectedTable(
            Subject subject, Origin origin, @Nullable ExpectedComment comment) implements Expectation {
        @Override
        public void accept(ExpectationVisitor visitor) {
            visitor.table(this);
        }
    }
}
