package io.schemactl.lint;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Difference;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.trace.LockMode;
import io.schemactl.trace.RelationTrace;
import io.schemactl.trace.RelationTrace.Existence;
import io.schemactl.trace.RelationTrace.Work;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a rule may ask about a statement, and above all about tables in use: those that were there before the story.
 *
 * @param statement the statement
 * @param context what is known of its change set
 */
public record StatementFacts(LintedStatement statement, LintContext context) {

    /**
     * An object before and after.
     *
     * @param from before
     * @param to after
     */
    public record Pair<T>(T from, T to) {}

    /** A hit at the statement. */
    public Hit hit(String object, String message) {
        return Hit.at(statement, object, message);
    }

    /** A hit at the statement about a table. */
    public Hit hit(QualifiedName table, String message) {
        return hit("table " + shown(table), message);
    }

    /** A name as messages show it. */
    public String shown(QualifiedName name) {
        return context.shown(name);
    }

    /** Whether others may be using a table. */
    public boolean isUsed(QualifiedName table) {
        return trace(table).map(RelationTrace::isUsed).orElseGet(() -> context.isUsed(table));
    }

    /** Whether others may be using the table of a constraint, and it does not only follow from the same one of a table above. */
    public boolean isUsed(Constraint constraint) {
        return isUsed(constraint.relation()) && !constraint.standing().inherited();
    }

    /** A column as findings name it. */
    public String column(QualifiedName table, Identifier column) {
        return "column %s of %s".formatted(column, shown(table));
    }

    /** Whether a table had a column before the story. */
    public boolean wasThere(QualifiedName table, Identifier column) {
        return context.schemas().beforeStory().findTable(table).stream()
                .anyMatch(each -> each.findColumn(column).isPresent());
    }

    /** Whether the statement made a relation, rather than took one that was there. */
    public boolean isMade(QualifiedName name) {
        return trace(name).filter(made -> made.existence() == Existence.MADE).isPresent();
    }

    /** The indexes that the statement built on tables in use; that of a partitioned table alone holds no rows, and is none. */
    public List<RelationTrace> builtIndexes() {
        List<RelationTrace> built = statement.trace().relations().stream()
                .filter(RelationTrace::isIndex)
                .filter(index -> index.work().rewritten() || index.existence() == Existence.MADE)
                .filter(index -> isUsed(index.table()))
                .toList();
        return built.stream().anyMatch(index -> index.kind() == RelationTrace.Kind.INDEX) ? built : List.of();
    }

    private Optional<RelationTrace> trace(QualifiedName name) {
        return statement.trace().find(name);
    }

    /** The tables in use that the statement changed; a partition is not one if its whole is. */
    public List<TableChange> tableChanges() {
        List<TableChange> changed = changed(Table.class)
                .map(pair -> new TableChange(pair.from(), pair.to()))
                .filter(change -> isUsed(change.name()))
                .toList();
        List<QualifiedName> names = changed.stream().map(TableChange::name).toList();
        return changed.stream()
                .filter(change -> change.to().inheritance().parents().stream().noneMatch(names::contains))
                .toList();
    }

    /** The objects of a sort that the statement made. */
    public <T extends CatalogObject> Stream<T> added(Class<T> sort) {
        return renames() ? Stream.empty() : objects(Difference.Added.class, Difference.Added::object, sort);
    }

    /** The objects of a sort that the statement dropped. */
    public <T extends CatalogObject> Stream<T> removed(Class<T> sort) {
        return renames() ? Stream.empty() : objects(Difference.Removed.class, Difference.Removed::object, sort);
    }

    /** The objects of a sort that had another name, or were in another schema, before the statement. */
    public <T extends CatalogObject> Stream<T> renamedFrom(Class<T> sort) {
        return Stream.concat(
                objects(Difference.Renamed.class, Difference.Renamed::from, sort),
                renames() ? objects(Difference.Removed.class, Difference.Removed::object, sort) : Stream.empty());
    }

    /** The objects of a sort that have another name, or are in another schema, after the statement. */
    public <T extends CatalogObject> Stream<T> renamedTo(Class<T> sort) {
        return Stream.concat(
                objects(Difference.Renamed.class, Difference.Renamed::to, sort),
                renames() ? objects(Difference.Added.class, Difference.Added::object, sort) : Stream.empty());
    }

    /** Whether the statement gives something another name: what seems gone is there under that one. */
    private boolean renames() {
        return statement.isCommand("ALTER") && (statement.hasWords("RENAME") || statement.hasWords("SET SCHEMA"));
    }

    private <D extends Difference, T extends CatalogObject> Stream<T> objects(
            Class<D> difference, Function<D, CatalogObject> object, Class<T> sort) {
        return statement
                .differences(difference)
                .map(object)
                .filter(sort::isInstance)
                .map(sort::cast);
    }

    /** The objects of a sort that the statement changed. */
    public <T extends CatalogObject> Stream<Pair<T>> changed(Class<T> sort) {
        return statement
                .differences(Difference.Changed.class)
                .filter(each -> sort.isInstance(each.from()))
                .map(each -> new Pair<>(sort.cast(each.from()), sort.cast(each.to())));
    }

    /** A table and the tables below it. */
    public Set<QualifiedName> family(QualifiedName table) {
        Set<QualifiedName> names = new LinkedHashSet<>(List.of(table));
        var open = new ArrayList<>(names);
        while (!open.isEmpty()) {
            QualifiedName above = open.remove(0);
            statement.after().relationships().childrenOf(above).stream()
                    .map(Table::name)
                    .filter(names::add)
                    .forEach(open::add);
        }
        return names;
    }

    /** Whether a table has its rows in partitions. */
    public boolean isPartitioned(QualifiedName table) {
        return statement
                .after()
                .findTable(table)
                .filter(found -> found.form() == Table.Form.PARTITIONED)
                .isPresent();
    }

    private boolean works(QualifiedName table, Predicate<Work> work) {
        return family(table).stream()
                .flatMap(name -> trace(name).stream())
                .filter(RelationTrace::isUsed)
                .map(RelationTrace::work)
                .anyMatch(work);
    }

    /** Whether the statement wrote all rows of a table, or of one below it, into a new file. */
    public boolean isRewritten(QualifiedName table) {
        return works(table, Work::rewritten);
    }

    /** Whether the statement read all rows of a table, or of one below it. */
    public boolean isScanned(QualifiedName table) {
        return works(table, work -> work.scans() > 0);
    }

    /** The tables in use, not the sequences, that the statement wrote anew; a partition is not one if its whole was touched too. */
    public List<QualifiedName> rewritten() {
        return statement
                .trace()
                .tables()
                .filter(table -> table.kind() != RelationTrace.Kind.SEQUENCE)
                .filter(table ->
                        table.existence() == Existence.OLD && table.work().rewritten())
                .map(RelationTrace::name)
                .toList();
    }

    /** The tables in use that the statement read all rows of. */
    public List<QualifiedName> scanned() {
        return statement
                .trace()
                .tables()
                .filter(table -> table.work().scans() > 0)
                .map(RelationTrace::name)
                .toList();
    }

    /** The strongest lock that is held on a table after the statement. */
    public Optional<LockMode> lock(QualifiedName table) {
        return trace(table).flatMap(RelationTrace::lock);
    }

    /** Whether others cannot write a table, or not even read it, while the statement runs. */
    public boolean isBlocked(QualifiedName table) {
        return lock(table).filter(LockMode::blocksWrites).isPresent();
    }

    /** A table that the statement touches and that others cannot write meanwhile. */
    public Optional<QualifiedName> findBlocked() {
        return statement
                .trace()
                .tables()
                .map(RelationTrace::name)
                .filter(this::isBlocked)
                .findFirst();
    }

    /** Which lock is held on a table, who waits for it, and until when. */
    public String locked(QualifiedName table) {
        LockMode mode = lock(table).orElse(LockMode.ACCESS_EXCLUSIVE);
        return "%s is locked in %s mode, and nobody can %s it until %s"
                .formatted(shown(table), mode.words(), mode.blocksReads() ? "read or write" : "write", end());
    }

    /** When the statement's locks are released. */
    public String end() {
        return statement.trace().inTransaction() && context.changeSet().inTransaction()
                ? "the change set ends"
                : "the statement ends";
    }
}
