package io.schemactl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetSelectionTest extends SettingsProject {

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
        Target offline = load(changelogOnly.offline()).targets().get(0);
        assertEquals(folder.resolve("x/c.yaml"), offline.changelog());
        assertEquals(Target.AD_HOC, offline.name());
        variables.put("PGHOST", "db");
        assertEquals("postgresql://", url(load(changelogOnly).targets().get(0)));
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
}
