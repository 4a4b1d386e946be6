package io.schemactl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {

    private static final String FILE = """
            default-target: portal
            targets:
              portal:
                changelog: portal/changelog.yaml
                url: ${DATABASE_URL:-embedded:portal}
                parameters: { owner: "${OWNER:-nobody}", api_token: "t0psecret" }
              portal-test:
                changelog: portal/changelog.yaml
                url: ${TEST_DATABASE_URL}
              mall-prod:
                changelog: mall/changelog.yaml
                url: postgresql://app:pa$$word@db:5432/mall
                protected: true
                search-path: .
                default-schema: shop
                context-filter: prod
                password-command: op read op://vault/mall
            settings:
              lock-timeout: 7s
              lock-retries: 4
              shadow: embedded:?version=16
            """;

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void project() throws IOException {
        folder = folder.toRealPath();
        Files.createDirectories(folder.resolve("changelog/portal"));
        Files.createDirectory(folder.resolve(".git"));
        write(FILE);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("changelog/schemactl.yaml"), text);
    }

    private Settings load(SettingsRequest request) {
        return SettingsLoader.load(request, new Environment(variables, folder, folder.resolve("home")));
    }

    private static SettingsRequest targets(String... names) {
        return new SettingsRequest(null, List.of(names), null, null, Map.of());
    }

    private static SettingsRequest options(Map<String, String> options) {
        return new SettingsRequest(null, List.of(), null, null, options);
    }

    private static SettingsRequest url(String url, String... names) {
        return new SettingsRequest(null, List.of(names), url, null, Map.of());
    }

    private List<Problem> problems(SettingsRequest request) {
        return assertThrows(ProblemException.class, () -> load(request)).problems();
    }

    private static Position place(Problem problem) {
        return Objects.requireNonNull(problem.position());
    }

    private static String fix(Problem problem) {
        return Objects.requireNonNull(problem.fix());
    }

    private static String url(Target target) {
        return target.url().require().reveal();
    }

    private static List<String> names(Settings settings) {
        return settings.targets().stream().map(Target::name).toList();
    }

    private static Sourced value(Settings settings, String name) {
        return settings.values().stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsDefaultTargetWithPathsRelativeToFile() {
        Settings settings = load(targets());
        Target portal = settings.targets().get(0);
        assertEquals(List.of("portal"), names(settings));
        assertEquals(folder.resolve("changelog/portal/changelog.yaml"), portal.changelog());
        assertEquals(folder.resolve("changelog/portal"), portal.searchPath());
        assertEquals("embedded:portal", url(portal));
        assertEquals(Map.of("owner", "nobody", "api_token", "t0psecret"), portal.parameters());
        assertFalse(portal.isProtected());
        assertEquals(folder.resolve("changelog/schemactl.yaml"), settings.file());
    }

    @Test
    void readsEveryPropertyOfTarget() {
        Target mall = load(targets("mall-prod")).targets().get(0);
        assertEquals("postgresql://app:pa$word@db:5432/mall", url(mall));
        assertTrue(mall.isProtected());
        assertEquals(folder.resolve("changelog"), mall.searchPath());
        assertEquals("shop", mall.defaultSchema());
        assertEquals("prod", mall.contextFilter());
        assertEquals("op read op://vault/mall", mall.passwordCommand());
    }

    @Test
    void prefersOptionThenVariableThenFileThenDefault() {
        assertEquals(Duration.ofMinutes(5), load(targets()).lockWait());
        assertEquals(Duration.ofSeconds(7), load(targets()).lockTimeout());
        variables.put("SCHEMACTL_LOCK_TIMEOUT", "500ms");
        assertEquals(Duration.ofMillis(500), load(targets()).lockTimeout());
        Settings settings = load(options(Map.of("lock-timeout", "0")));
        assertEquals(Duration.ZERO, settings.lockTimeout());
        assertEquals(
                "option --lock-timeout",
                value(settings, "settings.lock-timeout").origin().toString());
        assertEquals("default", value(settings, "settings.lock-wait").origin().toString());
        assertEquals(
                "file %s:20".formatted(folder.resolve("changelog/schemactl.yaml")),
                value(settings, "settings.lock-retries").origin().toString());
    }

    @Test
    void namesVariableInOrigin() {
        variables.put("DATABASE_URL", "postgresql://u:hunter2@db/portal");
        Sourced url = value(load(targets()), "targets.portal.url");
        assertEquals("postgresql://u:****@db/portal", url.value());
        assertTrue(url.origin().toString().endsWith("schemactl.yaml:5 with DATABASE_URL"), url.toString());
    }

    @Test
    void masksSecretsInValuesAndText() {
        variables.put("TEST_DATABASE_URL", "host=db password='hunter2 x'");
        Settings settings = load(targets("all"));
        assertFalse(
                settings.values().toString().contains("hunter2"),
                settings.values().toString());
        assertFalse(
                settings.values().toString().contains("pa$word"),
                settings.values().toString());
        assertFalse(
                settings.values().toString().contains("t0psecret"),
                settings.values().toString());
        assertFalse(
                settings.values().toString().contains("op://"),
                settings.values().toString());
        assertFalse(settings.toString().contains("hunter2"), settings.toString());
        assertFalse(settings.toString().contains("t0psecret"), settings.toString());
    }

    @Test
    void selectsByNameGlobListAndAll() {
        variables.put("TEST_DATABASE_URL", "postgresql://db/test");
        assertEquals(List.of("mall-prod", "portal"), names(load(targets("mall-prod,portal"))));
        assertEquals(List.of("portal", "portal-test"), names(load(targets("portal*", "portal"))));
        assertEquals(List.of("portal", "portal-test", "mall-prod"), names(load(targets("all"))));
        variables.put("SCHEMACTL_TARGET", "mall-prod");
        assertEquals(List.of("mall-prod"), names(load(targets())));
    }

    @Test
    void suggestsTargetThatWasMeant() {
        Problem problem = problems(targets("portl")).get(0);
        assertEquals("unknown target `portl`; did you mean `portal`?", problem.message());
        assertEquals("option --target", problem.subject());
        assertEquals("known targets: portal, portal-test, mall-prod", problem.fix());
        assertEquals("no target matches `x*`", problems(targets("x*")).get(0).message());
    }

    @Test
    void wantsUnsetVariableOnlyOfSelectedTarget() {
        load(targets("portal"));
        Problem problem = problems(targets("all")).get(0);
        assertEquals("environment variable TEST_DATABASE_URL is not set", problem.message());
        assertEquals("target portal-test", problem.subject());
        assertEquals(9, place(problem).line());
        assertEquals(ProblemCode.SETTINGS, problem.code());
    }

    @Test
    void leavesUrlOpenForOfflineRequest() {
        variables.put("CI", "true");
        Settings settings = load(targets("all").offline());
        assertEquals(3, settings.targets().size());
        assertThrows(
                ProblemException.class, () -> settings.targets().get(1).url().require());
        var refused = assertThrows(
                ProblemException.class, () -> settings.targets().get(0).url().require());
        assertEquals(ProblemCode.EMBEDDED_IN_CI, refused.problem().code());
    }

    @Test
    void replacesUrlOfExactlyOneTarget() {
        Target target =
                load(url("postgresql://other/db", "mall-prod")).targets().get(0);
        assertEquals("postgresql://other/db", url(target));
        assertTrue(target.isProtected());
        assertEquals(
                "postgresql://other/db",
                url(load(url("postgresql://other/db")).targets().get(0)));
        variables.put("TEST_DATABASE_URL", "x");
        Problem problem = problems(url("postgresql://other/db", "all")).get(0);
        assertEquals(
                "the url of one database is given, but 3 targets are selected: portal, portal-test, mall-prod",
                problem.message());
    }

    @Test
    void worksAdHocWithoutFile() throws IOException {
        Files.delete(folder.resolve("changelog/schemactl.yaml"));
        var request = new SettingsRequest(null, List.of(), "postgresql://h/d", Path.of("x/c.yaml"), Map.of());
        Settings settings = load(request);
        assertEquals(Target.AD_HOC, settings.targets().get(0).name());
        assertEquals(folder.resolve("x/c.yaml"), settings.targets().get(0).changelog());
        assertEquals(Duration.ofSeconds(3), settings.lockTimeout());
        assertEquals(10, settings.lockRetries());
        assertTrue(problems(targets()).get(0).message().startsWith("there is no schemactl.yaml"));
        assertTrue(problems(targets("portal")).get(0).message().startsWith("target `portal` is named, but"));
        var changelogOnly = new SettingsRequest(null, List.of(), null, Path.of("x/c.yaml"), Map.of());
        assertEquals(
                "a changelog is given, but not the database",
                problems(changelogOnly).get(0).message());
        variables.put("PGHOST", "db");
        assertEquals("postgresql://", url(load(changelogOnly).targets().get(0)));
    }

    @Test
    void findsFileUpToRepositoryRootOnly() throws IOException {
        var below = new Environment(variables, folder.resolve("changelog/portal"), folder.resolve("home"));
        assertEquals(
                folder.resolve("changelog/schemactl.yaml"),
                SettingsLoader.load(targets(), below).file());
        Files.delete(folder.resolve(".git"));
        assertThrows(ProblemException.class, () -> SettingsLoader.load(targets(), below));
        var atHome = new Environment(variables, folder.resolve("changelog/portal"), folder);
        assertEquals(
                folder.resolve("changelog/schemactl.yaml"),
                SettingsLoader.load(targets(), atHome).file());
    }

    @Test
    void takesFileThatIsNamed() throws IOException {
        Files.writeString(folder.resolve("other.yaml"), "targets: { one: { changelog: c.yaml, url: \"embedded:\" } }");
        var request = new SettingsRequest(Path.of("other.yaml"), List.of(), null, null, Map.of());
        assertEquals(List.of("one"), names(load(request)));
        variables.put("SCHEMACTL_CONFIG", "other.yaml");
        assertEquals(List.of("one"), names(load(targets())));
        variables.put("SCHEMACTL_CONFIG", "missing.yaml");
        assertTrue(problems(targets()).get(0).message().startsWith("settings file not found"));
    }

    @Test
    void refusesEmbeddedServerInPipelineUnlessNamedOnCommandLine() {
        variables.put("CI", "true");
        Problem fallback = problems(targets()).get(0);
        assertEquals(ProblemCode.EMBEDDED_IN_CI, fallback.code());
        assertTrue(fix(fallback).startsWith("set DATABASE_URL "), fix(fallback));
        assertEquals(5, place(fallback).line());
        load(url("embedded:portal"));
        variables.put("SCHEMACTL_URL", "embedded:portal");
        assertTrue(fix(problems(targets()).get(0)).startsWith("set SCHEMACTL_URL "));
        variables.remove("SCHEMACTL_URL");
        variables.put("DATABASE_URL", "postgresql://db/portal");
        load(targets());
        variables.remove("DATABASE_URL");
        variables.put("CI", "false");
        load(targets());
    }

    @Test
    void warnsOfUnknownVariables() {
        variables.put("SCHEMACTL_LOCK_TIMOUT", "1s");
        assertEquals(
                List.of("environment variable SCHEMACTL_LOCK_TIMOUT is not a setting;"
                        + " did you mean `SCHEMACTL_LOCK_TIMEOUT`?"),
                load(targets()).warnings());
    }

    @Test
    void refusesWrongValuesWhereverTheyStand() {
        Problem option = problems(options(Map.of("lock-timeout", "3"))).get(0);
        assertEquals("`lock-timeout` is `3`, which is not a time", option.message());
        assertEquals("option --lock-timeout", option.subject());
        variables.put("SCHEMACTL_LOCK_RETRIES", "many");
        assertEquals(
                "environment variable SCHEMACTL_LOCK_RETRIES",
                problems(targets()).get(0).subject());
    }

    @Test
    void addsParametersOfTheCommandLine() {
        Settings settings = load(targets().withParameters(Map.of("owner", "me", "extra", "1")));
        assertEquals(
                Map.of("owner", "me", "extra", "1", "api_token", "t0psecret"),
                settings.targets().get(0).parameters());
    }

    @Test
    void keepsDataWhereTheSystemExpectsIt() {
        var environment = new Environment(Map.of(), folder, Path.of("/home/me"));
        assertEquals(Path.of("/home/me/.local/share/schemactl"), DataDirectory.byDefault(environment, "Linux"));
        assertEquals(
                Path.of("/home/me/Library/Application Support/schemactl"),
                DataDirectory.byDefault(environment, "Mac OS X"));
        assertEquals(
                Path.of("/data/schemactl"),
                DataDirectory.byDefault(new Environment(Map.of("XDG_DATA_HOME", "/data"), folder, folder), "Linux"));
        assertEquals(
                Path.of("/local/schemactl"),
                DataDirectory.byDefault(
                        new Environment(Map.of("LOCALAPPDATA", "/local"), folder, folder), "Windows 11"));
        variables.put("SCHEMACTL_DATA_DIR", "mine");
        assertEquals(folder.resolve("mine"), load(targets()).dataDirectory());
    }

    @Test
    void reportsEveryProblemOfTheFile() throws IOException {
        write("""
                defaulttarget: portal
                lock-timeout: 1s
                targets:
                  all: { changelog: c.yaml }
                  portal:
                    chnagelog: c.yaml
                    protected: perhaps
                    url: [a, b]
                    shadow: x
                  broken: { changelog: "${oops" }
                settings:
                  lock-timout: 3s
                  lock-timeout: 3000
                  lock-retries: { a: 1 }
                  shadow:
                """);
        List<String> found = problems(targets()).stream()
                .map(problem -> "%d:%d %s"
                        .formatted(place(problem).line(), place(problem).column(), problem.message()))
                .toList();
        assertEquals(
                List.of(
                        "1:1 unknown key `defaulttarget` at the top of the file; did you mean `default-target`?",
                        "2:1 unknown key `lock-timeout` at the top of the file; it belongs under `settings`",
                        "4:3 `all` cannot be the name of a target",
                        "6:5 unknown key `chnagelog` in a target; did you mean `changelog`?",
                        "7:16 `protected` is `perhaps`, which is neither true nor false",
                        "8:10 `url` wants a single value, not a list",
                        "9:5 unknown key `shadow` in a target; it belongs under `settings`",
                        "5:3 target `portal` has no `changelog`",
                        "10:24 `${` without `}`",
                        "12:3 unknown key `lock-timout` under `settings`; did you mean `lock-timeout`?",
                        "13:17 `lock-timeout` is `3000`, which is not a time",
                        "14:17 `lock-retries` wants a single value, not a mapping",
                        "15:3 `shadow` has no value"),
                found);
    }

    @Test
    void readsFileOfCommentsAlone() throws IOException {
        write("# nothing yet\n");
        assertEquals(
                "the settings file has no targets", problems(targets()).get(0).message());
    }
}
