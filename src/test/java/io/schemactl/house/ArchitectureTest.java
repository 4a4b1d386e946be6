package io.schemactl.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {

    private static final String ROOT = "io.schemactl";

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** What each package may use besides itself and {@code problem}; the root package is the empty name. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("", Set.of("cli", "config")),
            Map.entry(
                    "cli",
                    Set.of(
                            "task",
                            "report",
                            "live",
                            "finding",
                            "verify",
                            "prove",
                            "lint",
                            "lint.rules",
                            "diff",
                            "diff.plan",
                            "diff.story",
                            "scaffold",
                            "engine",
                            "engine.changelog",
                            "shadow",
                            "story",
                            "catalog",
                            "db",
                            "config",
                            "sql",
                            "yaml")),
            Map.entry(
                    "task",
                    Set.of(
                            "finding",
                            "rows",
                            "trace",
                            "live",
                            "forecast",
                            "verify",
                            "prove",
                            "lint",
                            "lint.rules",
                            "diff",
                            "diff.ddl",
                            "diff.plan",
                            "diff.story",
                            "scaffold",
                            "engine",
                            "engine.changelog",
                            "shadow",
                            "story",
                            "catalog",
                            "catalog.form",
                            "catalog.read",
                            "db",
                            "config",
                            "sql",
                            "yaml")),
            Map.entry(
                    "report",
                    Set.of(
                            "task",
                            "finding",
                            "trace",
                            "live",
                            "forecast",
                            "verify",
                            "prove",
                            "lint",
                            "diff",
                            "diff.plan",
                            "diff.story",
                            "engine",
                            "story",
                            "catalog",
                            "catalog.form",
                            "config",
                            "sql")),
            Map.entry("verify", Set.of("finding", "catalog", "diff", "story", "sql")),
            Map.entry(
                    "prove",
                    Set.of("finding", "rows", "verify", "catalog", "catalog.read", "diff", "db", "story", "sql")),
            Map.entry("lint", Set.of("finding", "trace", "catalog", "diff", "story", "sql")),
            Map.entry("lint.rules", Set.of("lint", "finding", "trace", "catalog", "diff", "story", "sql")),
            Map.entry("trace", Set.of("db", "sql")),
            Map.entry("live", Set.of("trace", "db", "sql")),
            Map.entry("forecast", Set.of("lint", "trace", "live", "catalog", "sql")),
            Map.entry("rows", Set.of("catalog", "db", "sql")),
            Map.entry("finding", Set.of()),
            Map.entry("diff", Set.of("catalog", "catalog.form", "sql")),
            Map.entry("diff.ddl", Set.of("diff", "catalog", "sql")),
            Map.entry("diff.story", Set.of("diff", "diff.ddl", "diff.plan", "catalog", "catalog.form", "sql")),
            Map.entry("scaffold", Set.of("diff", "diff.ddl", "diff.plan", "diff.story", "catalog", "sql")),
            Map.entry("diff.plan", Set.of("diff", "diff.ddl", "catalog", "sql")),
            Map.entry("catalog.form", Set.of("catalog", "sql", "yaml")),
            Map.entry("engine", Set.of("engine.changelog", "story", "db", "sql", "config")),
            Map.entry("engine.changelog", Set.of("story", "sql", "config", "yaml")),
            Map.entry("shadow", Set.of("db", "config", "sql", "yaml")),
            Map.entry("story", Set.of("sql", "config", "yaml")),
            Map.entry("catalog.read", Set.of("catalog", "db", "sql")),
            Map.entry("catalog", Set.of("sql")),
            Map.entry("db", Set.of("config", "sql")),
            Map.entry("config", Set.of("yaml", "sql")),
            Map.entry("yaml", Set.of()),
            Map.entry("sql", Set.of()),
            Map.entry("problem", Set.of())));

    static Stream<String> packages() {
        return MAY_USE.keySet().stream();
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("packages")
    void usesOnlyWhatTheTableAllows(String name) {
        String[] allowed = Stream.concat(Stream.of(name, "problem"), MAY_USE.get(name).stream())
                .map(ArchitectureTest::qualified)
                .toArray(String[]::new);

        classes()
                .that(resideInAPackage(qualified(name)))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackages(ROOT + "..")))
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void everyPackageIsInTheTable() {
        var unknown = new TreeSet<String>();
        PROGRAM.forEach(type -> unknown.add(type.getPackageName()));
        packages().map(ArchitectureTest::qualified).forEach(unknown::remove);

        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = new TreeSet<String>();
        for (JavaClass type : PROGRAM) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        }

        assertEquals(Set.of(), unmarked);
    }

    @Test
    void liquibaseStaysInTheEngine() {
        staysIn("liquibase..", "engine", "engine.changelog");
    }

    @Test
    void jdbcStaysWithTheDatabase() {
        // A task passes the server's exception on to the one place that translates it; it does nothing else with JDBC.
        noClasses()
                .that(resideOutsideOfPackages(
                        qualified("db"),
                        qualified("catalog.read"),
                        qualified("engine"),
                        qualified("task"),
                        qualified("rows"),
                        qualified("trace"),
                        qualified("live"),
                        qualified("prove")))
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql.."))
                .check(PROGRAM);
        noClasses()
                .that(resideInAPackage(qualified("task")))
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql..").and(not(name("java.sql.SQLException"))))
                .check(PROGRAM);
        // These read rows through the working connection.
        noClasses()
                .that(resideInAnyPackage(qualified("rows"), qualified("trace"), qualified("live"), qualified("prove")))
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql..")
                        .and(not(name("java.sql.SQLException")))
                        .and(not(name("java.sql.ResultSet"))))
                .allowEmptyShould(true)
                .check(PROGRAM);
        staysIn("javax.sql..", "db", "catalog.read", "engine");
        staysIn("org.postgresql..", "db", "catalog.read", "engine");
    }

    @Test
    void picocliStaysInTheCommandLine() {
        staysIn("picocli..", "cli");
    }

    @Test
    void theEmbeddedServerStaysInTheShadow() {
        staysIn("io.zonky..", "shadow");
    }

    @Test
    void containersStayInTheShadow() {
        staysIn("org.testcontainers..", "shadow");
        staysIn("com.github.dockerjava..", "shadow");
    }

    @Test
    void theYamlParserStaysBehindItsReader() {
        staysIn("org.yaml..", "yaml");
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(PROGRAM);
    }

    @Test
    void onlyMainKnowsTheProcessesStreams() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .should(ACCESS_STANDARD_STREAMS)
                .check(PROGRAM);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    private static void staysIn(String library, String... packages) {
        String[] allowed = Stream.of(packages).map(ArchitectureTest::qualified).toArray(String[]::new);
        noClasses()
                .that(resideOutsideOfPackages(allowed))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(PROGRAM);
    }

    private static String qualified(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }
}
