package io.schemactl.trace;

import io.schemactl.problem.Position;
import io.schemactl.sql.QualifiedName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a statement was seen to do on a shadow.
 *
 * @param sql the statement
 * @param position where the change stands that it comes from
 * @param inTransaction whether it ran in a transaction block, so that its locks are held until the block ends
 * @param relations what it did to the relations that it touched, sorted by name
 * @param took how long it took on the shadow
 */
public record StatementTrace(
        String sql, Position position, boolean inTransaction, List<RelationTrace> relations, Duration took) {

    /** Copies the relations. */
    public StatementTrace {
        relations = List.copyOf(relations);
    }

    /** What it did to tables, views and sequences that others may be using; indexes are under {@link #indexes}. */
    public Stream<RelationTrace> tables() {
        return relations.stream().filter(relation -> !relation.isIndex()).filter(RelationTrace::isUsed);
    }

    /** What it did to indexes of tables that others may be using. */
    public Stream<RelationTrace> indexes() {
        return relations.stream().filter(RelationTrace::isIndex).filter(index -> isUsed(index.table()));
    }

    /** What it did to a relation. */
    public Optional<RelationTrace> find(QualifiedName name) {
        return relations.stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst();
    }

    private boolean isUsed(QualifiedName table) {
        return find(table).map(RelationTrace::isUsed).orElse(true);
    }
}
