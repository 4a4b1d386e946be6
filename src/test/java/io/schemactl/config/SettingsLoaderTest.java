package io.schemactl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsLoaderTest extends SettingsProject {

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
}
