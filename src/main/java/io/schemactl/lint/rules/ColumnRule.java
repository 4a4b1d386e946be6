package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule about single columns that are new or have a new type. */
interface ColumnRule extends Convention {

    /** What is wrong with a column; nothing if nothing is. */
    Optional<Complaint> complaint(AddedColumn column, LintContext context);

    /**
     * What is wrong.
     *
     * @param what is said behind the column's name
     * @param remedy what to do instead
     */
    record Complaint(String what, String remedy) {}

    @Override
    default Stream<Hit> check(LintContext context) {
        return Additions.columns(context)
                .flatMap(column -> complaint(column, context).stream()
                        .map(complaint -> new Hit(
                                column.position(),
                                column.shown(context),
                                "%s %s".formatted(column.shown(context), complaint.what()),
                                complaint.remedy())));
    }

    /** A complaint if the column's type, without the brackets of an array, is such. */
    static Optional<Complaint> ofType(AddedColumn column, String pattern, Complaint complaint) {
        return elementType(column).matches(pattern) ? Optional.of(complaint) : Optional.empty();
    }

    /** The column's type, or that of its elements if it is an array. */
    static String elementType(AddedColumn column) {
        return column.column().type().replaceAll("(\\[\\])+$", "");
    }
}
