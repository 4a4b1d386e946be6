package io.schemactl.diff.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Dependencies;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.read.Extending;
import io.schemactl.diff.Statement;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes, changes and takes away the objects of {@code extending.sql}. */
final class ExtendingKindsDdlTest {

    private static final Set<Kind> KINDS = Set.of(
            Kind.LANGUAGE,
            Kind.ACCESS_METHOD,
            Kind.COLLATION,
            Kind.RANGE_TYPE,
            Kind.BASE_TYPE,
            Kind.OPERATOR,
            Kind.OPERATOR_FAMILY,
            Kind.OPERATOR_CLASS,
            Kind.CAST,
            Kind.TRANSFORM,
            Kind.CONVERSION,
            Kind.TEXT_SEARCH_PARSER,
            Kind.TEXT_SEARCH_TEMPLATE,
            Kind.TEXT_SEARCH_DICTIONARY,
            Kind.TEXT_SEARCH_CONFIGURATION);

    /** The kinds whose objects have no owner. */
    private static final Set<Kind> FREE =
            Set.of(Kind.ACCESS_METHOD, Kind.CAST, Kind.TRANSFORM, Kind.TEXT_SEARCH_PARSER, Kind.TEXT_SEARCH_TEMPLATE);

    private static final Catalog NOTHING = Catalog.of(List.of());

    static List<Integer> versions() {
        return TestServers.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void makesWhatWasRead(int version) throws SQLException {
        try (TestDatabase source = TestServers.freshDatabase(version);
                TestDatabase copy = TestServers.freshDatabase(version)) {
            Extending.build(source);
            Catalog catalog = Extending.read(source);
            var context = new Context(NOTHING, catalog, version, false);
            var groups = new ArrayList<List<String>>();
            groups.add(List.of("CREATE SCHEMA app", "COMMENT ON SCHEMA app IS 'extends'"));
            supported(catalog)
                    .forEach(object -> groups.addAll(sql(Commands.about(object).create(object, context))));
            functions(source).forEach(function -> groups.add(List.of(function)));
            supported(catalog).forEach(object -> groups.addAll(attributes(object)));
            Attempts.run(copy, groups);
            assertEquals(catalog, Extending.read(copy));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void takesEverythingAway(int version) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(version)) {
            Extending.build(database);
            Catalog catalog = Extending.read(database);
            var context = new Context(catalog, NOTHING, version, false);
            var groups = new ArrayList<List<String>>();
            var taken = new ArrayList<Part>();
            supported(catalog).forEach(object -> {
                List<Step> steps = Commands.about(object).drop(object, context);
                groups.addAll(sql(steps));
                steps.forEach(step -> taken.addAll(step.takes()));
            });
            catalog.all(Routine.class)
                    .filter(routine -> !taken.contains(Part.of(routine.key())))
                    .forEach(routine -> groups.add(List.of(
                            "DROP FUNCTION %s(%s)".formatted(routine.name().quoted(), routine.arguments()))));
            Collections.reverse(groups);
            Attempts.run(database, groups);
            assertEquals(
                    Set.of(Kind.SCHEMA),
                    Set.copyOf(Extending.read(database).objects().keySet().stream()
                            .map(ObjectKey::kind)
                            .toList()));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void changesInPlace(int version) throws SQLException {
        try (TestDatabase old = TestServers.freshDatabase(version);
                TestDatabase changed = TestServers.freshDatabase(version)) {
            Extending.build(old);
            Extending.build(changed);
            Extending.change(changed);
            Catalog from = Extending.read(old);
            Catalog to = Extending.read(changed);
            var context = new Context(from, to, version, false);
            var groups = new ArrayList<List<String>>();
            functions(changed).forEach(function -> groups.add(List.of(function)));
            supported(to)
                    .filter(object -> !object.equals(from.objects().get(object.key())))
                    .forEach(object -> {
                        CatalogObject before = from.objects().get(object.key());
                        groups.addAll(sql(
                                before == null
                                        ? Commands.about(object).create(object, context)
                                        : inPlace(before, object, context)));
                    });
            Attempts.run(old, groups);
            assertEquals(to, Extending.read(old));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void givesOtherNames(int version) throws SQLException {
        try (TestDatabase old = TestServers.freshDatabase(version);
                TestDatabase renamed = TestServers.freshDatabase(version)) {
            Extending.build(old);
            Extending.build(renamed);
            Extending.rename(renamed);
            Catalog from = Extending.read(old);
            Catalog to = Extending.read(renamed);
            var context = new Context(from, to, version, false);
            List<CatalogObject> gone = without(from, to);
            List<CatalogObject> come = without(to, from);
            assertEquals(10, gone.size());
            assertEquals(gone.size(), come.size());
            var groups = new ArrayList<List<String>>();
            for (CatalogObject object : come) {
                CatalogObject before = gone.stream()
                        .filter(other -> other.key().kind() == object.key().kind())
                        .findFirst()
                        .orElseThrow();
                groups.addAll(sql(inPlace(before, object, context)));
            }
            Attempts.run(old, groups);
            assertEquals(to, Extending.read(old));
        }
    }

    @Test
    void routinesAreContentWithTheShellOfATypeThatNeedsThem() {
        Part type = Part.of(ObjectKey.of(Kind.BASE_TYPE, QualifiedName.of("app", "num")));
        Part input = Part.of(ObjectKey.ofRoutine(QualifiedName.of("app", "num_in"), "cstring"));
        Part other = Part.of(ObjectKey.ofRoutine(QualifiedName.of("app", "double"), "app.num"));
        Dependencies relaxed = ShellTypes.relaxed(Dependencies.of(List.of(
                new Dependencies.Edge(type, input),
                new Dependencies.Edge(input, type),
                new Dependencies.Edge(other, type))));
        assertEquals(Set.of(input), relaxed.neededBy(type));
        assertEquals(Set.of(ShellTypes.shell(type.object())), relaxed.neededBy(input));
        assertEquals(Set.of(type), relaxed.neededBy(other));
    }

    private static List<Step> inPlace(CatalogObject from, CatalogObject to, Context context) {
        Optional<List<Step>> steps = Commands.about(to).alter(from, to, context);
        assertTrue(steps.isPresent(), () -> "not in place: " + from + " to " + to);
        return steps.get();
    }

    private static Stream<CatalogObject> supported(Catalog catalog) {
        return catalog.objects().values().stream()
                .filter(object -> KINDS.contains(object.key().kind()));
    }

    private static List<CatalogObject> without(Catalog catalog, Catalog other) {
        return supported(catalog)
                .filter(object -> !other.objects().containsKey(object.key()))
                .toList();
    }

    private static List<List<String>> sql(List<Step> steps) {
        return steps.stream()
                .map(step -> step.statements().stream().map(Statement::sql).toList())
                .toList();
    }

    private static List<List<String>> attributes(CatalogObject object) {
        var groups = new ArrayList<List<String>>();
        String comment = object.comment();
        if (comment != null) {
            groups.add(List.of(
                    "COMMENT ON %s IS %s".formatted(Commands.about(object).name(object), Literal.of(comment))));
        }
        if (!FREE.contains(object.key().kind())) {
            groups.add(List.of("ALTER %s OWNER TO CURRENT_USER"
                    .formatted(Commands.about(object).name(object))));
        }
        return groups;
    }

    private static List<String> functions(TestDatabase database) throws SQLException {
        var functions = new ArrayList<String>();
        try (Connection connection = database.connect();
                ResultSet rows = connection.createStatement().executeQuery("""
                        SELECT pg_get_functiondef(oid) FROM pg_proc p
                        WHERE pronamespace = 'app'::regnamespace
                          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'i')
                        ORDER BY 1""")) {
            while (rows.next()) {
                functions.add(rows.getString(1));
            }
        }
        return functions;
    }
}
