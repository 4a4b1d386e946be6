package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.read.CatalogSession;
import io.schemactl.catalog.read.Scope;
import io.schemactl.db.ConnectOptions;
import io.schemactl.db.Connector;
import io.schemactl.db.ServerErrors;
import io.schemactl.db.WorkConnection;
import io.schemactl.diff.Statement;
import io.schemactl.diff.ddl.CurrentDatabase;
import io.schemactl.diff.ddl.Unmigratable;
import io.schemactl.diff.plan.Migration;
import io.schemactl.diff.plan.PlanOptions;
import io.schemactl.diff.plan.Planner;
import io.schemactl.problem.Excerpt;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.ServerMessage;
import io.schemactl.shadow.ShadowDatabase;
import io.schemactl.shadow.Shadows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A copy of a schema on a shadow, without rows, on which migrations are tried. */
final class Copy implements AutoCloseable {

    /** What a script for psql sets too, so that the copy understands commands as the script's database will. */
    static final List<String> SETTINGS =
            List.of("SET search_path = ''", "SET check_function_bodies = off", "SET client_min_messages = warning");

    private static final String SUBSCRIPTIONS = """
            SELECT pg_catalog.quote_ident(s.subname) FROM pg_catalog.pg_subscription AS s
              JOIN pg_catalog.pg_database AS d ON d.oid = s.subdbid
             WHERE d.datname = pg_catalog.current_database() ORDER BY s.subname
            """;

    private final ShadowDatabase shadow;
    private final WorkConnection connection;
    private final ShadowGaps gaps;
    private final Catalog original;
    private final CopyOwners owners;

    private Copy(Catalog original, ShadowDatabase shadow, WorkConnection connection, boolean mainOwnerRuns)
            throws SQLException {
        this.original = original;
        this.shadow = shadow;
        this.connection = connection;
        this.gaps = new ShadowGaps(shadow, connection);
        this.owners = CopyOwners.of(original, connection, mainOwnerRuns);
    }

    /**
     * Makes a copy, whose objects are the main owner's by name as far as the shadow allows it.
     *
     * @param majorVersion the version of the server to make it on, if there is one
     * @throws ProblemException if the server refuses something
     */
    static Copy of(Reading original, int majorVersion, TaskContext context, Shadows shadows) {
        return of(original, majorVersion, context, shadows, false);
    }

    /**
     * Makes a copy.
     *
     * @param majorVersion the version of the server to make it on, if there is one
     * @param mainOwnerRuns whether the shadow's role stands for the main owner, whatever that one's name is
     * @throws ProblemException if the server refuses something
     */
    static Copy of(Reading original, int majorVersion, TaskContext context, Shadows shadows, boolean mainOwnerRuns) {
        Copy copy = empty(original.catalog(), shadows.create(majorVersion), context, mainOwnerRuns);
        try {
            copy.build(original);
            return copy;
        } catch (SQLException e) {
            copy.close();
            throw lost(e, copy.shadow);
        } catch (Unmigratable e) {
            copy.close();
            throw new ProblemException(
                    Problem.of(
                                    ProblemCode.MIGRATION,
                                    "the copy of the schema cannot be made on a shadow: " + e.getMessage())
                            .state("only a shadow was changed")
                            .fix("leave this object out with --exclude"),
                    e);
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static Copy empty(Catalog original, ShadowDatabase shadow, TaskContext context, boolean mainOwnerRuns) {
        try {
            var connection = new WorkConnection(
                    Connector.connect(shadow.address(), ConnectOptions.named(context.application())),
                    context.interruption(),
                    notice -> {});
            return new Copy(original, shadow, connection, mainOwnerRuns);
        } catch (SQLException e) {
            shadow.close();
            throw lost(e, shadow);
        } catch (ProblemException e) {
            shadow.close();
            throw e;
        }
    }

    /** What it contains, owned as the original is: extensions belong to whoever created them. */
    Reading read() {
        try (CatalogSession session = CatalogSession.open(connection.driverConnection())) {
            return owners.restored(SecretOptions.hidden(session.readAll(Scope.everything()), original));
        }
    }

    /** Whether everything can belong to whom it belongs to; what is the main owner's belongs to the shadow's role otherwise. */
    boolean namesOwners() {
        return owners.areNamed();
    }

    private void build(Reading whole) throws SQLException {
        for (String setting : SETTINGS) {
            connection.execute(setting);
        }
        if (owners.isSuperuser()) {
            // ShadowGaps reads messages.
            connection.execute("SET lc_messages = 'C'");
        }
        Reading built = owners.isSuperuser() ? InvalidIndexes.built(whole) : whole;
        Reading wanted = owners.areNamed() ? built : Goal.withoutMainOwner(built);
        List<Statement> waiting = Planner.plan(
                        read(),
                        SecretOptions.without(wanted),
                        PlanOptions.usual()
                                .namingOwners(
                                        !owners.role().equals(wanted.catalog().owner())))
                .statements();
        while (!waiting.isEmpty()) {
            List<Refused> refused = tryEach(waiting);
            if (refused.size() == waiting.size()) {
                throw problem("the copy of the schema could not be made on a shadow", refused.get(0));
            }
            waiting = refused.stream().map(Refused::statement).toList();
        }
        SecretOptions.add(whole.catalog(), connection);
        if (owners.isSuperuser()) {
            for (String mark : new InvalidIndexes(whole.catalog()).marking()) {
                connection.execute(mark);
            }
        }
    }

    /** A command that the server refused. */
    record Refused(Statement statement, SQLException cause) {}

    /** Runs commands one by one; those that are refused are returned, in their order. */
    List<Refused> tryEach(List<Statement> statements) {
        var refused = new ArrayList<Refused>();
        for (Statement statement : statements) {
            findRefusal(new Migration.Run(List.of(statement), false)).ifPresent(refused::add);
        }
        return refused;
    }

    /**
     * Runs a migration as a script for psql does.
     *
     * @throws ProblemException if the server refuses a command
     */
    void apply(Migration migration) {
        for (Migration.Run run : migration.runs()) {
            findRefusal(run).ifPresent(refused -> {
                throw problem("the script would fail: the copy of the schema on a shadow refused a statement", refused);
            });
        }
    }

    private Optional<Refused> findRefusal(Migration.Run run) {
        while (true) {
            Statement last = run.statements().get(0);
            try {
                begin(run);
                for (Statement statement : run.statements()) {
                    last = statement;
                    connection.execute(statement.sql());
                }
                end(run);
                return Optional.empty();
            } catch (SQLException e) {
                if (!mend(e)) {
                    return Optional.of(new Refused(last, e));
                }
            }
        }
    }

    private void begin(Migration.Run run) throws SQLException {
        if (run.inTransaction()) {
            connection.execute("BEGIN");
        }
    }

    private void end(Migration.Run run) throws SQLException {
        if (run.inTransaction()) {
            connection.execute("COMMIT");
        }
    }

    /** Whether it is worth trying again, because the server lacked only what it can be given. */
    private boolean mend(SQLException e) {
        if (connection.interruption().isRequested()) {
            throw new ProblemException(
                    Problem.of(ProblemCode.INTERRUPTED, "interrupted").state("only a shadow was changed"), e);
        }
        if (ServerErrors.code(e) == ProblemCode.CONNECTION_LOST) {
            throw lost(e, shadow);
        }
        try {
            if (connection.isInTransaction()) {
                connection.rollback();
            }
        } catch (SQLException lost) {
            throw lost(lost, shadow);
        }
        return gaps.fill(ServerErrors.findMessage(e).orElse(null));
    }

    private static ProblemException problem(String what, Refused refused) {
        ServerMessage message = ServerErrors.findMessage(refused.cause()).orElse(null);
        Problem problem = Problem.of(ProblemCode.MIGRATION, what)
                .saidBy(message)
                .in(new Excerpt(refused.statement().sql(), null))
                .state("only a shadow was changed")
                .fix(
                        CurrentDatabase.isIn(refused.statement())
                                ? "take a shadow of which the role may do this, or leave the database itself out with --ignore database"
                                : "migrate this object by hand, or leave it out with --exclude");
        return new ProblemException(ShadowGaps.explain(problem).orElse(problem), refused.cause());
    }

    private static ProblemException lost(SQLException e, ShadowDatabase shadow) {
        return new ProblemException(
                ServerErrors.problem(e, shadow.address()).about("the shadow database " + shadow.address()), e);
    }

    /** Drops it; a database with subscriptions could not be dropped. */
    @Override
    public void close() {
        try (shadow;
                connection) {
            connection.shielded(() -> {
                if (connection.isInTransaction()) {
                    connection.rollback();
                }
                for (String name : connection.queryTexts(SUBSCRIPTIONS)) {
                    connection.execute("ALTER SUBSCRIPTION %s DISABLE".formatted(name));
                    connection.execute("ALTER SUBSCRIPTION %s SET (slot_name = NONE)".formatted(name));
                    connection.execute("DROP SUBSCRIPTION %s".formatted(name));
                }
            });
        } catch (SQLException e) {
            throw lost(e, shadow);
        }
    }
}
