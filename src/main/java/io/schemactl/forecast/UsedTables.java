package io.schemactl.forecast;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Table;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedStatement;
import io.schemactl.sql.QualifiedName;
import io.schemactl.trace.LockMode;
import io.schemactl.trace.RelationTrace;
import io.schemactl.trace.RelationTrace.Existence;
import io.schemactl.trace.RelationTrace.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what traced change sets, one after the other, do to the tables that were there before the first of them; by the names that the tables
 * had then, which are their names on the live server.
 */
public final class UsedTables {

    private static final Set<Kind> WITH_ROWS = Set.of(Kind.TABLE, Kind.PARTITIONED_TABLE, Kind.MATERIALIZED_VIEW);

    private final Set<QualifiedName> used = new HashSet<>();
    private final Map<QualifiedName, QualifiedName> originals = new HashMap<>();

    /**
     * The tables of a schema.
     *
     * @param before the schema before the first change set
     * @param own the tool's own tables
     */
    public UsedTables(Catalog before, Set<QualifiedName> own) {
        before.all(Relation.class).map(Relation::name).forEach(used::add);
        used.removeAll(own);
        used.forEach(name -> originals.put(name, name));
    }

    /**
     * What the next change set does.
     *
     * @param rows how many rows the shadow's tables had before it
     */
    public List<StatementUse> of(LintContext changeSet, Map<QualifiedName, Long> rows) {
        List<StatementUse> uses = new ArrayList<>();
        for (LintedStatement statement : changeSet.statements()) {
            follow(statement);
            uses.add(new StatementUse(statement.trace().inTransaction(), uses(statement, rows)));
        }
        return uses;
    }

    /** Tables that a statement gives another name are the same ones for all that comes later. */
    private void follow(LintedStatement statement) {
        Set<QualifiedName> gone = names(statement.before());
        gone.removeAll(names(statement.after()));
        List<QualifiedName> renamed = new ArrayList<>();
        for (RelationTrace relation : statement.trace().relations()) {
            if (relation.existence() == Existence.DROPPED) {
                gone.remove(relation.name());
            } else if (WITH_ROWS.contains(relation.kind())
                    && relation.existence() != Existence.MADE
                    && !originals.containsKey(relation.name())) {
                renamed.add(relation.name());
            }
        }
        gone.retainAll(originals.keySet());
        if (renamed.size() == 1 && gone.size() == 1) {
            QualifiedName was = gone.iterator().next();
            originals.put(renamed.get(0), originals.getOrDefault(was, was));
        }
        gone.forEach(originals::remove);
    }

    private static Set<QualifiedName> names(Catalog catalog) {
        Set<QualifiedName> names = new HashSet<>();
        catalog.all(Relation.class).map(Relation::name).forEach(names::add);
        return names;
    }

    private List<TableUse> uses(LintedStatement statement, Map<QualifiedName, Long> rows) {
        Map<QualifiedName, TableUse> uses = new HashMap<>();
        for (RelationTrace relation : statement.trace().relations()) {
            if (relation.isIndex()) {
                builds(relation, statement).ifPresent(use -> uses.merge(use.table(), use, TableUse::and));
            } else if (WITH_ROWS.contains(relation.kind()) && relation.isUsed()) {
                use(relation, statement, rows).ifPresent(use -> uses.merge(use.table(), use, TableUse::and));
            }
        }
        return uses.values().stream().filter(UsedTables::matters).toList();
    }

    private static boolean matters(TableUse use) {
        return use.isDropped() || use.work().grows() || (use.lock() != null && use.lock() != LockMode.ACCESS_SHARE);
    }

    private Optional<TableUse> builds(RelationTrace index, LintedStatement statement) {
        boolean isBuilt = index.existence() == Existence.MADE || index.work().rewritten();
        if (!isBuilt || index.kind() == Kind.PARTITIONED_INDEX) {
            return Optional.empty();
        }
        var work = new TableUse.Work(false, false, List.of(index.name().name().display()), 0, 0);
        return findWhole(index.table(), statement).map(table -> new TableUse(table, null, false, work));
    }

    private Optional<TableUse> use(RelationTrace relation, LintedStatement statement, Map<QualifiedName, Long> rows) {
        RelationTrace.Work done = relation.work();
        long changed = done.updated() + done.deleted();
        long before = rows.getOrDefault(relation.name(), 0L);
        double share = changed == 0 ? 0 : Math.min(1, (double) changed / Math.max(changed, before));
        var work = new TableUse.Work(done.rewritten(), done.scans() > 0, List.of(), done.inserted(), share);
        LockMode lock = relation.taken() == null ? null : relation.lock().orElse(null);
        return findWhole(relation.name(), statement)
                .map(table -> new TableUse(table, lock, isDropped(relation, table), work));
    }

    /** A partition that is dropped is not all of its table. */
    private boolean isDropped(RelationTrace relation, QualifiedName whole) {
        return relation.existence() == Existence.DROPPED
                && whole.equals(originals.getOrDefault(relation.name(), relation.name()));
    }

    /** The table that is in use; the partitioned one for a part of it, if the statement touches that too. */
    private Optional<QualifiedName> findWhole(QualifiedName name, LintedStatement statement) {
        QualifiedName at = name;
        QualifiedName above = above(at, statement);
        while (above != null && statement.trace().find(above).isPresent()) {
            at = above;
            above = above(at, statement);
        }
        return Optional.of(originals.getOrDefault(at, at)).filter(used::contains);
    }

    private static @Nullable QualifiedName above(QualifiedName name, LintedStatement statement) {
        return statement
                .before()
                .findTable(name)
                .filter(table -> table.inheritance().partitionBound() != null)
                .map(Table::inheritance)
                .flatMap(inheritance -> inheritance.parents().stream().findFirst())
                .orElse(null);
    }
}
