package io.schemactl.diff.ddl;

import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.IndexKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What PostgreSQL reads when a column gets another type and the rows stay as they are: checks and indexes are made again. */
final class KeptRows {

    private static final int KEPT_BELOW_SINCE = 17;

    private final QualifiedName table;
    private final Identifier column;
    private final Context context;

    KeptRows(Table table, Identifier column, Context context) {
        this.table = table.name();
        this.column = column;
        this.context = context;
    }

    /**
     * Why all rows are read, if they are.
     *
     * @param recollated whether the column gets another collation too
     */
    Optional<Hazard.Type> reading(boolean recollated) {
        if (tables(table)
                        .flatMap(name -> context.from().partsOf(name, Kind.INDEX, Index.class))
                        .anyMatch(index -> isCarriedOver(index.key()) && isBuilt(index, recollated))
                || isBuiltBelow()) {
            return Optional.of(Hazard.Type.INDEX_BUILD);
        }
        return tables(table)
                        .flatMap(name -> context.from().partsOf(name, Kind.CONSTRAINT, CheckConstraint.class))
                        .anyMatch(check -> isCarriedOver(check.key()) && isChecked(check))
                ? Optional.of(Hazard.Type.TABLE_SCAN)
                : Optional.empty();
    }

    /** Until PostgreSQL 16, an index of a partitioned table below takes those of its partitions along, which are built again. */
    private boolean isBuiltBelow() {
        return context.majorVersion() < KEPT_BELOW_SINCE
                && tables(table)
                        .filter(name -> !name.equals(table) && Hazards.isPartitioned(context, name))
                        .flatMap(name -> context.from().partsOf(name, Kind.INDEX, Index.class))
                        .filter(index -> index.parent() == null)
                        .filter(index -> index.keys().stream().anyMatch(key -> column.equals(key.column())))
                        .anyMatch(index -> !context.from()
                                .relationships()
                                .attachedTo(index.qualifiedName())
                                .isEmpty());
    }

    private Stream<QualifiedName> tables(QualifiedName name) {
        return Stream.concat(Stream.of(name), Lineage.staying(name, context).flatMap(child -> tables(child.name())));
    }

    private boolean isCarriedOver(ObjectKey key) {
        return context.stays(key) && context.forced().rebuilt().contains(key);
    }

    /** PostgreSQL keeps the files of an index of plain columns if they are compared as before, but of no other one. */
    private boolean isBuilt(Index index, boolean recollated) {
        boolean isKey = index.keys().stream().anyMatch(key -> column.equals(key.column()));
        List<String> expressions = Stream.concat(
                        index.keys().stream().map(IndexKey::expression), Stream.ofNullable(index.predicate()))
                .filter(Objects::nonNull)
                .toList();
        return expressions.isEmpty()
                ? isKey && recollated
                : isKey || expressions.stream().anyMatch(this::isMentioned);
    }

    private boolean isChecked(CheckConstraint check) {
        return check.standing().validated() && check.standing().enforced() && isMentioned(check.expression());
    }

    private boolean isMentioned(String expression) {
        return SqlLexer.tokens(expression).stream()
                .anyMatch(token -> token.isName() && token.name().equals(column.name()));
    }
}
