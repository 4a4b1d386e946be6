package io.schemactl.diff.ddl;

import io.schemactl.catalog.Index;
import io.schemactl.catalog.IndexKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Options;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be changed about an index; see <a href="https://www.postgresql.org/docs/current/sql-alterindex.html">ALTER INDEX</a>. */
final class IndexChanges {

    private IndexChanges() {}

    /** Whether two indexes are built alike: names, storage, validity and place in a hierarchy aside. */
    static boolean isSameBuild(Index from, Index to) {
        return from.method().equals(to.method())
                && keys(from).equals(keys(to))
                && from.include().equals(to.include())
                && Objects.equals(from.predicate(), to.predicate())
                && from.uniqueness().equals(to.uniqueness());
    }

    /** The keys without operator classes that the columns' types decide. */
    private static List<List<Object>> keys(Index index) {
        return index.keys().stream().map(IndexChanges::parts).toList();
    }

    private static List<Object> parts(IndexKey key) {
        IndexKey.OperatorClass operators = key.operatorClass();
        return List.of(
                Optional.ofNullable(key.column()),
                Optional.ofNullable(key.expression()),
                operators.isDefault() ? "" : operators.name(),
                operators.options(),
                Optional.ofNullable(key.collation()),
                key.descending(),
                key.nullsFirst());
    }

    /** The statements that change, in place, what is not an index's build or validity. */
    static List<Statement> inPlace(Index from, Index to, Context context) {
        List<Statement> statements = besidesParent(from, to, context);
        if (!Objects.equals(from.parent(), to.parent())) {
            attaching(to, context).ifPresent(statements::add);
        }
        return statements;
    }

    /** The same but for the partitioned index that it is attached to. */
    static List<Statement> besidesParent(Index from, Index to, Context context) {
        List<Statement> statements = new ArrayList<>();
        String altering = "ALTER INDEX " + to.qualifiedName().quoted() + " ";
        if (!from.name().equals(to.name()) && to.constraint() == null) {
            statements.add(Statement.of("ALTER INDEX %s RENAME TO %s"
                    .formatted(
                            new QualifiedName(to.relation().schema(), from.name()).quoted(),
                            to.name().quoted())));
        }
        Clauses.optionChanges(from.storage().options(), to.storage().options())
                .forEach(change -> statements.add(OptionLocks.statement(altering, change, to.relation(), context)));
        if (!Objects.equals(from.storage().tablespace(), to.storage().tablespace())) {
            statements.add(Statement.of(
                    altering + "SET TABLESPACE " + tablespace(to),
                    Hazards.on(context, to.relation(), Hazards.ACCESS_EXCLUSIVE, Hazard.Type.INDEX_BUILD)));
        }
        statements.addAll(statistics(from.keys(), to));
        if (from.storage().clustered() != to.storage().clustered()) {
            clustering(to, context).ifPresent(statements::add);
        }
        return statements;
    }

    /** The statements that set how much is gathered about expressions; they are known by their places. */
    private static List<Statement> statistics(List<IndexKey> from, Index to) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < to.keys().size(); i++) {
            Integer before = i < from.size() ? from.get(i).statistics() : null;
            Integer after = to.keys().get(i).statistics();
            if (!Objects.equals(before, after)) {
                statements.add(Statement.of("ALTER INDEX %s ALTER COLUMN %d SET STATISTICS %d"
                        .formatted(to.qualifiedName().quoted(), i + 1, after == null ? -1 : after)));
            }
        }
        return statements;
    }

    private static String tablespace(Index index) {
        Identifier tablespace = index.storage().tablespace();
        return tablespace == null ? "pg_default" : tablespace.quoted();
    }

    /** The statement that marks an index for {@code CLUSTER}, or takes away the mark if no other index gets it. */
    private static Optional<Statement> clustering(Index index, Context context) {
        String relation = index.relation().quoted();
        String word = context.to().findTable(index.relation()).isPresent() ? "TABLE" : "MATERIALIZED VIEW";
        if (index.storage().clustered()) {
            return Optional.of(Statement.of("ALTER %s %s CLUSTER ON %s"
                    .formatted(word, relation, index.name().quoted())));
        }
        boolean passesOn = context.to()
                .partsOf(index.relation(), Kind.INDEX, Index.class)
                .anyMatch(other -> other.storage().clustered());
        return passesOn
                ? Optional.empty()
                : Optional.of(Statement.of("ALTER %s %s SET WITHOUT CLUSTER".formatted(word, relation)));
    }

    /** The statements that follow on the making of an index. */
    static List<Statement> finishing(Index index, Context context) {
        List<Statement> statements = new ArrayList<>(statistics(List.of(), index));
        if (index.storage().clustered()) {
            clustering(index, context).ifPresent(statements::add);
        }
        if (isReplicaIdentity(index, context)) {
            statements.add(Statement.of(
                    "ALTER TABLE %s REPLICA IDENTITY USING INDEX %s"
                            .formatted(index.relation().quoted(), index.name().quoted()),
                    Hazards.on(context, index.relation(), Hazards.ACCESS_EXCLUSIVE)));
        }
        attaching(index, context).ifPresent(statements::add);
        return statements;
    }

    private static boolean isReplicaIdentity(Index index, Context context) {
        return context.to()
                .findTable(index.relation())
                .filter(table -> index.name().equals(table.replicaIdentity().index()))
                .isPresent();
    }

    /**
     * The statement that attaches a partition's index to the partitioned one; none if that happens by itself, when the partition
     * is attached to a table that had the index before.
     */
    private static Optional<Statement> attaching(Index index, Context context) {
        QualifiedName parent = index.parent();
        if (parent == null || isAttachedWithTable(index, context)) {
            return Optional.empty();
        }
        return Optional.of(Statement.of(
                "ALTER INDEX %s ATTACH PARTITION %s"
                        .formatted(parent.quoted(), index.qualifiedName().quoted()),
                Hazards.on(context, index.relation(), Hazards.ACCESS_EXCLUSIVE)));
    }

    private static boolean isAttachedWithTable(Index index, Context context) {
        Place before = Place.of(context.from().findTable(index.relation()));
        Place after = Place.of(context.to().findTable(index.relation()));
        return !before.equals(after)
                && !Rebinding.contains(index.relation(), context)
                && after.bound() != null
                && (context.from().findTable(index.relation()).isPresent()
                        || context.to()
                                .findTable(index.relation())
                                .filter(table -> PartitionSteps.isPartitionAtOnce(table, context))
                                .isEmpty()
                        || after.parents().stream()
                                .anyMatch(parent ->
                                        context.from().findTable(parent).isPresent()));
    }

    /** Whether an index's table is there after all, but leaves its place below other tables, be it to come back to another. */
    static boolean isDetached(Index index, Context context) {
        Optional<Table> after = context.to().findTable(index.relation());
        return after.isPresent()
                && !Rebinding.contains(index.relation(), context)
                && !Place.of(after).equals(Place.of(context.from().findTable(index.relation())));
    }

    /**
     * The place of a table below others.
     *
     * @param parents the tables that it inherits from, or is a partition of
     * @param bound which rows it is for
     */
    private record Place(
            List<QualifiedName> parents, @Nullable String bound) {

        static Place of(Optional<Table> table) {
            return table.map(Table::inheritance)
                    .map(each -> new Place(each.parents(), each.partitionBound()))
                    .orElse(new Place(List.of(), null));
        }
    }

    /** The storage parameters and the tablespace, as a constraint's definition says them. */
    static String storageOfConstraint(Index index) {
        Options options = index.storage().options();
        Identifier tablespace = index.storage().tablespace();
        return (options.isEmpty() ? "" : " WITH " + Clauses.options(options))
                + (tablespace == null ? "" : " USING INDEX TABLESPACE " + tablespace.quoted());
    }
}
