package io.schemactl.task;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Difference;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedRollback;
import io.schemactl.lint.LintedStatement;
import io.schemactl.live.Figures;
import io.schemactl.live.TableFigures;
import io.schemactl.sql.DataLoss;
import io.schemactl.sql.DataLossScanner;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.UpdatedColumns;
import io.schemactl.trace.LockMode;
import io.schemactl.trace.RelationTrace;
import io.schemactl.trace.RelationTrace.Existence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what a change set, and a later rollback of it, destroys: from the statements' text where that is plain, and otherwise from what they
 * did to the rows of a shadow.
 */
final class TracedLosses {

    private final ChangeSetId id;
    private final LintContext context;
    private final Identifier defaultSchema;
    private final @Nullable Figures figures;

    TracedLosses(ChangeSetId id, LintContext context, Identifier defaultSchema, @Nullable Figures figures) {
        this.id = id;
        this.context = context;
        this.defaultSchema = defaultSchema;
        this.figures = figures;
    }

    /** What the change set destroys itself of what there is today. */
    List<LostData> today() {
        return context.statements().stream()
                .flatMap(statement -> losses(statement, true))
                .filter(LostData::isLoss)
                .distinct()
                .toList();
    }

    /** What a rollback will destroy; how much that is, nobody knows today. */
    List<LostData> byRollback() {
        LintedRollback rollback = context.rollback();
        return rollback == null
                ? List.of()
                : rollback.statements().stream()
                        .flatMap(statement -> losses(statement, false))
                        .distinct()
                        .toList();
    }

    private Stream<LostData> losses(LintedStatement statement, boolean isToday) {
        return DataLossScanner.scan(statement.sql()).stream().flatMap(loss -> losses(loss, statement, isToday));
    }

    private Stream<LostData> losses(DataLoss loss, LintedStatement statement, boolean isToday) {
        if (loss instanceof DataLoss.Rows rows) {
            QualifiedName table = qualified(rows.table());
            return isToday && !context.isUsed(table) ? Stream.empty() : Stream.of(rows(table, isToday));
        }
        if (loss instanceof DataLoss.Values values) {
            QualifiedName table = qualified(values.table());
            return isToday && !context.isUsed(table)
                    ? Stream.empty()
                    : Stream.of(values(table, new Identifier(values.column()), isToday));
        }
        String sql = loss instanceof DataLoss.Some some ? some.statement() : statement.sql();
        return hasCounts(statement, isToday)
                ? seen(statement, sql, isToday)
                : Stream.of(new LostData(id.id(), LostData.Kind.UNKNOWN, null, false, id.id(), sql));
    }

    /** Whether the shadow had rows, and those that the statement changed were counted. */
    private boolean hasCounts(LintedStatement statement, boolean isToday) {
        LintedRollback rollback = context.rollback();
        boolean hadRows = isToday ? context.failure() == null : rollback != null && rollback.failureOnRows() == null;
        return hadRows && statement.trace().inTransaction();
    }

    private Stream<LostData> seen(LintedStatement statement, String sql, boolean isToday) {
        List<LostData> found = new ArrayList<>();
        boolean isOpen = false;
        for (RelationTrace relation : statement.trace().relations()) {
            if (!holdsRows(relation) || (isToday && !relation.isUsed())) {
                continue;
            }
            if (relation.existence() == Existence.DROPPED) {
                found.add(rows(relation.name(), isToday));
            } else if (changes(relation, statement, isToday)) {
                found.add(some(relation.name(), sql, isToday));
            } else {
                isOpen |= triedToWrite(relation)
                        && UpdatedColumns.of(statement.sql())
                                .filter(columns -> isToday && areNew(columns, relation.name()))
                                .isEmpty();
            }
        }
        droppedColumns(statement, isToday).forEach(found::add);
        if (found.isEmpty() && isOpen) {
            found.add(new LostData(id.id(), LostData.Kind.UNKNOWN, null, false, id.id(), sql));
        }
        return found.stream();
    }

    private static boolean holdsRows(RelationTrace relation) {
        return relation.kind() == RelationTrace.Kind.TABLE
                || relation.kind() == RelationTrace.Kind.PARTITIONED_TABLE
                || relation.kind() == RelationTrace.Kind.FOREIGN_TABLE;
    }

    /** Whether rows went or became others; values in columns that the story itself added are no loss. */
    private boolean changes(RelationTrace relation, LintedStatement statement, boolean isToday) {
        RelationTrace.Work work = relation.work();
        if (work.deleted() > 0 || work.rewritten()) {
            return true;
        }
        return work.updated() > 0
                && UpdatedColumns.of(statement.sql())
                        .filter(columns -> isToday && areNew(columns, relation.name()))
                        .isEmpty();
    }

    private boolean areNew(Set<String> columns, QualifiedName table) {
        return context.schemas().beforeStory().findTable(table).stream()
                .noneMatch(before -> columns.stream()
                        .anyMatch(column ->
                                before.findColumn(new Identifier(column)).isPresent()));
    }

    /** A lock to write rows, and not a row written: on other rows than the shadow's it may be otherwise. */
    private static boolean triedToWrite(RelationTrace relation) {
        return relation.taken() == LockMode.ROW_EXCLUSIVE && relation.work().inserted() == 0;
    }

    private Stream<LostData> droppedColumns(LintedStatement statement, boolean isToday) {
        return statement
                .differences(Difference.Changed.class)
                .filter(change -> change.from() instanceof Table && change.to() instanceof Table)
                .filter(change -> !isToday || context.isUsed(((Table) change.from()).name()))
                .flatMap(change -> dropped((Table) change.from(), (Table) change.to())
                        .map(column -> values(((Table) change.to()).name(), column.name(), isToday)));
    }

    private static Stream<Column> dropped(Table from, Table to) {
        return from.columns().stream()
                .filter(column -> to.findColumn(column.name()).isEmpty());
    }

    private LostData rows(QualifiedName table, boolean isToday) {
        return new LostData(
                shown(table), LostData.Kind.ROWS, isToday ? findRows(table).orElse(null) : null, true, id.id(), null);
    }

    private LostData some(QualifiedName table, String sql, boolean isToday) {
        return new LostData(shown(table), LostData.Kind.UNKNOWN, findNone(table, isToday), false, id.id(), sql);
    }

    private LostData values(QualifiedName table, Identifier column, boolean isToday) {
        return new LostData(
                shown(table) + "." + column.display(),
                LostData.Kind.VALUES,
                findNone(table, isToday),
                true,
                id.id(),
                null);
    }

    /** Zero, of a table that is empty today. */
    private @Nullable Long findNone(QualifiedName table, boolean isToday) {
        return isToday ? findRows(table).filter(rows -> rows == 0).orElse(null) : null;
    }

    private Optional<Long> findRows(QualifiedName table) {
        return Optional.ofNullable(figures)
                .flatMap(known -> known.find(table))
                .map(TableFigures::rows)
                .filter(Objects::nonNull);
    }

    private QualifiedName qualified(DataLoss.TableName name) {
        return new QualifiedName(name.schema().map(Identifier::new).orElse(defaultSchema), new Identifier(name.name()));
    }

    private String shown(QualifiedName table) {
        return table.schema().equals(defaultSchema) ? table.name().display() : table.display();
    }
}
