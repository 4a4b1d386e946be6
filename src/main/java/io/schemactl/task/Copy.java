package io.schemactl.task;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Extension;
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
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A copy of a schema on a shadow, without rows, on which migrations are tried. */
final class Copy implements AutoCloseable {

    /** What a script for psql sets too, so that the copy understands commands as the script's database will. */
    static final List<String> SETTINGS =
            List.of("SET search_path = ''", "SET check_function_bodies = off", "SET client_min_messages = warning");

    private static final String SUPERUSER =
            "SELECT r.rolname FROM pg_catalog.pg_roles AS r WHERE r.rolsuper AND r.rolname = CURRENT_USER";
    private static final String SUBSCRIPTIONS = """
            SELECT pg_catalog.quote_ident(s.subname) FROM pg_catalog.pg_subscription AS s
              JOIN pg_catalog.pg_database AS d ON d.oid = s.subdbid
             WHERE d.datname = pg_catalog.current_database() ORDER BY s.subname
            """;

    private final ShadowDatabase shadow;
    private final WorkConnection connection;
    private final ShadowGaps gaps;
    private final Catalog original;
    private final Role role;

    private Copy(Catalog original, ShadowDatabase shadow, WorkConnection connection) throws SQLException {
        this.original = original;
        this.shadow = shadow;
        this.connection = connection;
        this.gaps = new ShadowGaps(shadow, connection);
        this.role = new Role(
                new Identifier(connection.queryTexts("SELECT CURRENT_USER").get(0)),
                !connection.queryTexts(SUPERUSER).isEmpty());
    }

    /** Who the copy is made by. */
    private record Role(Identifier name, boolean isSuperuser) {}

    /**
     * Makes a copy.
     *
     * @param majorVersion the version of the server to make it on, if there is one
     * @throws ProblemException if the server refuses something
     */
    static Copy of(Reading original, int majorVersion, TaskContext context, Shadows shadows) {
        Copy copy = empty(original.catalog(), shadows.create(majorVersion), context);
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

    private static Copy empty(Catalog original, ShadowDatabase shadow, TaskContext context) {
        try {
            var connection = new WorkConnection(
                    Connector.connect(shadow.address(), ConnectOptions.named(context.application())),
                    context.interruption(),
                    notice -> {});
            return new Copy(original, shadow, connection);
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
        Reading reading;
        try (CatalogSession session = CatalogSession.open(connection.driverConnection())) {
            reading = SecretOptions.hidden(session.readAll(Scope.everything()), original);
        }
        Identifier main = original.owner();
        if (main == null) {
            return reading;
        }
        var objects = new TreeMap<>(reading.catalog().objects());
        objects.replaceAll((key, object) -> {
            if (object instanceof Extension extension) {
                return owned(
                        extension,
                        original.find(Extension.class, key)
                                .map(each -> each.attributes().owner())
                                .orElse(main));
            }
            return isOfMainOwner(object) ? owned(object, main) : object;
        });
        return new Reading(
                new Catalog(objects, main), reading.dependencies(), reading.unseen(), reading.majorVersion());
    }

    /** Whether everything can belong to whom it belongs to; what is the main owner's belongs to the shadow's role otherwise. */
    boolean namesOwners() {
        return role.isSuperuser();
    }

    private boolean isOfMainOwner(CatalogObject object) {
        return !namesOwners() && role.name().equals(object.attributes().owner());
    }

    private static CatalogObject owned(CatalogObject object, @Nullable Identifier owner) {
        Attributes attributes = object.attributes();
        return object.with(new Attributes(
                owner, attributes.grants(), attributes.comment(), attributes.labels(), attributes.extensions()));
    }

    private void build(Reading whole) throws SQLException {
        for (String setting : SETTINGS) {
            connection.execute(setting);
        }
        if (role.isSuperuser()) {
            // ShadowGaps reads messages.
            connection.execute("SET lc_messages = 'C'");
        }
        Reading wanted = role.isSuperuser() ? InvalidIndexes.built(whole) : Goal.withoutMainOwner(whole);
        List<Statement> waiting = Planner.plan(
                        read(),
                        SecretOptions.without(wanted),
                        PlanOptions.usual()
                                .namingOwners(
                                        !role.name().equals(wanted.catalog().owner())))
                .statements();
        while (!waiting.isEmpty()) {
            List<Refused> refused = tryEach(waiting);
            if (refused.size() == waiting.size()) {
                throw problem("the copy of the schema could not be made on a shadow", refused.get(0));
            }
            waiting = refused.stream().map(Refused::statement).toList();
        }
        SecretOptions.add(whole.catalog(), connection);
        if (role.isSuperuser()) {
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
