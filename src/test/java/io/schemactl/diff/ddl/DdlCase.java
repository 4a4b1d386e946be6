package io.schemactl.diff.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.ExclusionConstraint;
import io.schemactl.catalog.Extension;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.NotNullConstraint;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Policy;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Rule;
import io.schemactl.catalog.Schema;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.View;
import io.schemactl.catalog.read.CatalogReader;
import io.schemactl.catalog.read.Scope;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A database before and after a change, between which the commands of single objects are tried both ways. */
final class DdlCase {

    private static final Map<Class<? extends CatalogObject>, Ddl<?>> DDL = Map.ofEntries(
            Map.entry(Schema.class, new SchemaDdl()),
            Map.entry(Extension.class, new ExtensionDdl()),
            Map.entry(View.class, new ViewDdl()),
            Map.entry(Routine.class, new RoutineDdl()),
            Map.entry(KeyConstraint.class, new KeyConstraintDdl()),
            Map.entry(ForeignKey.class, new ForeignKeyDdl()),
            Map.entry(CheckConstraint.class, new CheckConstraintDdl()),
            Map.entry(ExclusionConstraint.class, new ExclusionConstraintDdl()),
            Map.entry(NotNullConstraint.class, new NotNullConstraintDdl()),
            Map.entry(Index.class, new IndexDdl()),
            Map.entry(Trigger.class, new TriggerDdl()),
            Map.entry(Policy.class, new PolicyDdl()),
            Map.entry(Rule.class, new RuleDdl()));

    private final int major;
    private final String setup;
    private final boolean singleTransaction;

    DdlCase(int major, String setup, boolean singleTransaction) {
        this.major = major;
        this.setup = setup;
        this.singleTransaction = singleTransaction;
    }

    /** A case on a server of a major version, with statements that both databases begin with. */
    static DdlCase on(int major, String setup) {
        return new DdlCase(major, setup, false);
    }

    /** The same, all in one transaction. */
    DdlCase inSingleTransaction() {
        return new DdlCase(major, setup, true);
    }

    /** Leads from one database to the other and back, and returns what was done on the way there. */
    List<Statement> change(String from, String to) throws SQLException {
        return lead(from, to, true);
    }

    /** Leads from one database to the other, and returns what was done. */
    List<Statement> migrate(String from, String to) throws SQLException {
        return lead(from, to, false);
    }

    private List<Statement> lead(String from, String to, boolean back) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major);
                TestDatabase after = TestServers.freshDatabase(major)) {
            run(database, from);
            run(after, to);
            Catalog start = read(database);
            Catalog wanted = read(after);
            List<Statement> statements = apply(database, start, wanted);
            if (back) {
                apply(database, wanted, start);
            }
            return statements;
        }
    }

    private List<Statement> apply(TestDatabase database, Catalog from, Catalog to) throws SQLException {
        List<Statement> statements = statements(new Context(from, to, major, singleTransaction));
        execute(database, statements);
        assertSame(to, read(database), statements);
        return statements;
    }

    private void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                java.sql.Statement statement = connection.createStatement()) {
            for (String part : (setup + ";;" + sql).split(";;")) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
        }
    }

    private static Catalog read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, Scope.everything());
        }
    }

    private static void assertSame(Catalog wanted, Catalog is, List<Statement> statements) {
        var keys = new TreeSet<>(wanted.objects().keySet());
        keys.addAll(is.objects().keySet());
        for (ObjectKey key : keys) {
            assertEquals(
                    String.valueOf(wanted.objects().get(key)),
                    String.valueOf(is.objects().get(key)),
                    () -> texts(statements).toString());
        }
    }

    private void execute(TestDatabase database, List<Statement> statements) throws SQLException {
        try (Connection connection = database.connect();
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = ''");
            if (singleTransaction) {
                statement.execute("BEGIN");
            }
            for (Statement each : statements) {
                assertFalse(singleTransaction && !each.transactional(), each.sql());
                try {
                    statement.execute(each.sql());
                } catch (SQLException e) {
                    throw new AssertionError(e.getMessage() + "\n" + String.join(";\n", texts(statements)), e);
                }
            }
            if (singleTransaction) {
                statement.execute("COMMIT");
            }
        }
    }

    /** Drops, last kinds first; then changes and creations, first kinds first. */
    private static List<Statement> statements(Context context) {
        List<Statement> drops = new ArrayList<>();
        List<Statement> makes = new ArrayList<>();
        var keys = new TreeSet<>(context.from().objects().keySet());
        keys.addAll(context.to().objects().keySet());
        for (ObjectKey key : keys) {
            CatalogObject from = context.from().objects().get(key);
            CatalogObject to = context.to().objects().get(key);
            if (from != null && to != null) {
                if (!from.equals(to)) {
                    change(from, to, context, drops, makes);
                }
            } else if (from != null) {
                drops.addAll(0, flat(drop(from, context)));
            } else if (to != null) {
                makes.addAll(flat(create(to, context)));
                makes.addAll(attributes(null, to, context));
            }
        }
        List<Statement> all = new ArrayList<>(drops);
        all.addAll(makes);
        return all;
    }

    private static void change(
            CatalogObject from, CatalogObject to, Context context, List<Statement> drops, List<Statement> makes) {
        Optional<List<Step>> steps = from.getClass() == to.getClass() ? alter(from, to, context) : Optional.empty();
        if (steps.isPresent()) {
            makes.addAll(flat(steps.get()));
            makes.addAll(attributes(from, to, context));
        } else {
            drops.addAll(0, flat(drop(from, context)));
            makes.addAll(flat(create(to, context)));
            makes.addAll(attributes(null, to, context));
        }
    }

    private static List<Statement> attributes(@Nullable CatalogObject from, CatalogObject to, Context context) {
        return ddl(to).map(ddl -> new AttributesDdl(ddl.name(to), to, context).statements(from, Set.of()))
                .orElse(List.of());
    }

    private static List<Statement> flat(List<Step> steps) {
        return steps.stream().flatMap(step -> step.statements().stream()).toList();
    }

    @SuppressWarnings("unchecked")
    private static <T extends CatalogObject> Optional<Ddl<T>> ddl(T object) {
        return Optional.ofNullable((Ddl<T>) DDL.get(object.getClass()));
    }

    private static List<Step> create(CatalogObject object, Context context) {
        return ddl(object).map(ddl -> ddl.create(object, context)).orElse(List.of());
    }

    private static List<Step> drop(CatalogObject object, Context context) {
        return ddl(object).map(ddl -> ddl.drop(object, context)).orElse(List.of());
    }

    private static Optional<List<Step>> alter(CatalogObject from, CatalogObject to, Context context) {
        return ddl(to).map(ddl -> ddl.alter(from, to, context)).orElse(Optional.of(List.of()));
    }

    /** The commands' texts. */
    static List<String> texts(List<Statement> statements) {
        return statements.stream().map(Statement::sql).toList();
    }

    /** The commands' hazards, as {@code TYPE object LOCK}. */
    static List<String> hazards(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.hazards().stream())
                .map(DdlCase::text)
                .toList();
    }

    private static String text(Hazard hazard) {
        return hazard.type() + " " + hazard.object() + (hazard.lock() == null ? "" : " " + hazard.lock());
    }
}
