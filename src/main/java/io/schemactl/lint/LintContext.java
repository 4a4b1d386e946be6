package io.schemactl.lint;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.diff.Differ;
import io.schemactl.diff.Difference;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that rules know of a change set.
 *
 * @param changeSet the change set, as written
 * @param statements what its statements did, in order
 * @param schemas the schemas between which it leads
 * @param failure why it failed on a database with rows, although it runs on one without, or in a transaction, although it runs without one;
 *     null if it did not
 * @param rollback what its rollback did; null if it was not tried
 * @param server the server that it ran on
 */
public record LintContext(
        LintedChangeSet changeSet,
        List<LintedStatement> statements,
        Schemas schemas,
        @Nullable Problem failure,
        @Nullable LintedRollback rollback,
        Server server) {

    /** In a transaction block; a procedure that commits in one; a new enum label in one. */
    private static final Set<String> WANTS_NO_TRANSACTION = Set.of("25001", "2D000", "55P04");

    /** Copies the statements. */
    public LintContext {
        statements = List.copyOf(statements);
    }

    /**
     * What the schema was and became.
     *
     * @param beforeStory before the change set's story
     * @param before before the change set
     * @param after after the change set
     * @param end after all change sets of the changelog
     */
    public record Schemas(Catalog beforeStory, Catalog before, Catalog after, Catalog end) {

        /** The schemas around the last change set so far. */
        public Schemas(Catalog beforeStory, Catalog before, Catalog after) {
            this(beforeStory, before, after, after);
        }
    }

    /**
     * A server.
     *
     * @param majorVersion its major version
     * @param defaultSchema where unqualified names live
     */
    public record Server(int majorVersion, Identifier defaultSchema) {}

    /** The same with what its rollback did. */
    public LintContext with(LintedRollback back) {
        return new LintContext(changeSet, statements, schemas, failure, back, server);
    }

    /** The same with what the schema is at the end of the changelog. */
    public LintContext endingIn(Catalog end) {
        var around = new Schemas(schemas.beforeStory(), schemas.before(), schemas.after(), end);
        return new LintContext(changeSet, statements, around, failure, rollback, server);
    }

    /** Whether the change set failed only because it runs in a transaction; its statements ran without one then. */
    public boolean isRefusedInTransaction() {
        return failure != null && changeSet.inTransaction() && isAboutTransactions(failure);
    }

    /** Whether a failure says that a statement, or a new label of an enum type, cannot be had in a transaction. */
    public static boolean isAboutTransactions(Problem problem) {
        return problem.code() == ProblemCode.CHANGELOG
                || (problem.server() != null
                        && WANTS_NO_TRANSACTION.contains(problem.server().sqlState()));
    }

    /** What the change set changed in the schema as a whole. */
    public List<Difference> differences() {
        return Differ.differences(schemas.before(), schemas.after());
    }

    /** Whether a table was there before the story, so that others may be using it. */
    public boolean isUsed(QualifiedName table) {
        return schemas.beforeStory().objects().containsKey(ObjectKey.of(Kind.TABLE, table));
    }

    /** What changed in tables that others may be using, statement by statement, of one sort. */
    public <T extends Difference> Stream<Found<T>> changes(Class<T> sort) {
        return statements.stream()
                .flatMap(
                        statement -> statement.differences(sort).map(difference -> new Found<>(statement, difference)));
    }

    /**
     * What a statement did.
     *
     * @param statement the statement
     * @param difference what it changed
     */
    public record Found<T extends Difference>(LintedStatement statement, T difference) {}

    /** The table that an object is a part of; itself, of a table. */
    public static Optional<QualifiedName> tableOf(ObjectKey key) {
        Identifier schema = key.schema();
        Identifier table = key.kind() == Kind.TABLE ? key.name() : key.relation();
        return schema == null || table == null ? Optional.empty() : Optional.of(new QualifiedName(schema, table));
    }

    /** A name as messages show it: without the default schema. */
    public String shown(QualifiedName name) {
        return name.schema().equals(server.defaultSchema()) ? name.name().display() : name.display();
    }
}
