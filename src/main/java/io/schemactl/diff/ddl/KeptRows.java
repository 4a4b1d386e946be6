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
        if (stored().flatMap(name -> context.from().partsOf(name, Kind.INDEX, Index.class))
                .anyMatch(index -> isCarriedOver(index.key()) && isBuilt(index, recollated))) {
            return Optional.of(Hazard.Type.INDEX_BUILD);
        }
        return stored().flatMap(name -> context.from().partsOf(name, Kind.CONSTRAINT, CheckConstraint.class))
                        .anyMatch(check -> isCarriedOver(check.key()) && isChecked(check))
                ? Optional.of(Hazard.Type.TABLE_SCAN)
                : Optional.empty();
    }

    /** The tables that have rows of their own, which partitioned ones have not. */
    private Stream<QualifiedName> stored() {
        return tables(table).filter(name -> !Hazards.isPartitioned(context, name));
    }

    private Stream<QualifiedName> tables(QualifiedName name) {
        return Stream.concat(Stream.of(name), Lineage.staying(name, context).flatMap(child -> tables(child.name())));
    }

    private boolean isCarriedOver(ObjectKey key) {
        return context.stays(key) && context.forced().rebuilt().contains(key);
    }

    /**
     * PostgreSQL keeps the files of an index of plain columns if they are compared as before, but of no other one, and of none that
     * is attached to that of a partitioned table, with which it is made anew.
     */
    private boolean isBuilt(Index index, boolean recollated) {
        boolean isKey = index.keys().stream().anyMatch(key -> column.equals(key.column()));
        List<String> expressions = Stream.concat(
                        index.keys().stream().map(IndexKey::expression), Stream.ofNullable(index.predicate()))
                .filter(Objects::nonNull)
                .toList();
        boolean isOf = isKey
                || index.include().contains(column)
                || expressions.stream().anyMatch(this::isMentioned);
        boolean isAlwaysBuilt = index.parent() != null || !expressions.isEmpty();
        return isAlwaysBuilt ? isOf : isKey && recollated;
    }

    private boolean isChecked(CheckConstraint check) {
        return check.standing().validated() && check.standing().enforced() && isMentioned(check.expression());
    }

    private boolean isMentioned(String expression) {
        return SqlLexer.tokens(expression).stream()
                .anyMatch(token -> token.isName() && token.name().equals(column.name()));
    }
}
