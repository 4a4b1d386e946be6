package io.schemactl.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.config.Environment;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the password commands are for sh, and permissions are POSIX's")
class PasswordsTest {

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
    private final List<String> warnings = new ArrayList<>();

    private ServerAddress complete(String url, @Nullable String command) {
        var environment = new Environment(variables, home, home);
        var address = (ServerAddress) DatabaseUrl.parse(url, environment);
        return Passwords.complete(address, command, environment, warnings::add);
    }

    private static @Nullable String password(ServerAddress address) {
        var password = address.password();
        return password == null ? null : password.reveal();
    }

    private Path passfile(String text, String permissions) throws IOException {
        Path file = Files.writeString(home.resolve(".pgpass"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private Problem failure(String command) {
        return assertThrows(ProblemException.class, () -> complete("postgresql://u@h/d", command))
                .problem();
    }

    @Test
    void prefersUrlThenCommandThenVariableThenFile() throws IOException {
        Path file = passfile("*:*:*:*:fromfile\n", "rw-------");
        assertEquals("fromfile", password(complete("postgresql://u@h/d", null)));
        assertEquals(file.toString(), complete("postgresql://u@h/d", null).passwordSource());
        variables.put("PGPASSWORD", "fromvariable");
        assertEquals("fromvariable", password(complete("postgresql://u@h/d", null)));
        assertEquals("fromcommand", password(complete("postgresql://u@h/d", "printf 'fromcommand\\nmore\\n'")));
        assertEquals("fromurl", password(complete("postgresql://u:fromurl@h/d", "echo fromcommand")));
        assertEquals(List.of(), warnings);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://u@h/d,first",
        "postgresql://u@h:5433/d,second",
        "postgresql://other@h/d,third",
        "postgresql://u@[::1]/d,v6",
        "postgresql://u@x/we%3Aird,it:s\\",
        "postgresql://nobody@nowhere/d,",
    })
    void matchesLinesOfPasswordFile(String url, @Nullable String password) throws IOException {
        passfile("""
                # h:5432:d:u:comment
                h:5432:d:u:first
                h:5433:*:u:second
                h:*:d:other:third
                \\:\\:1:5432:d:u:v6
                x:5432:we\\:ird:u:it\\:s\\\\
                broken line
                """, "rw-------");
        assertEquals(password, password(complete(url, null)));
    }

    @Test
    void asksForServersInTheirOrder() throws IOException {
        passfile("b:*:*:*:second\nc:*:*:*:third\n", "rw-------");
        assertEquals("second", password(complete("postgresql://u@a,b,c/d", null)));
    }

    @Test
    void ignoresPasswordFileThatOthersMayRead() throws IOException {
        Path file = passfile("*:*:*:*:secret\n", "rw-r--r--");
        assertNull(complete("postgresql://u@h/d", null).password());
        assertTrue(warnings.get(0).contains("chmod 600 " + file), warnings.toString());
        assertFalse(warnings.toString().contains("secret"));
    }

    @Test
    void takesPasswordFileThatIsNamed() throws IOException {
        Path file = Files.move(passfile("*:*:*:*:secret\n", "rw-------"), home.resolve("mine"));
        assertNull(complete("postgresql://u@h/d", null).password());
        variables.put("PGPASSFILE", file.toString());
        assertEquals("secret", password(complete("postgresql://u@h/d", null)));
    }

    @Test
    void tellsWhyCommandFailed() {
        Problem problem = failure("echo hunter2; echo 'no session with hunter2' >&2; exit 3");
        assertEquals("password-command ended with exit code 3", problem.message());
        assertEquals("it said: no session with ****", problem.fix());
        assertEquals("password-command printed no password", failure("true").message());
    }

    @Test
    void endsCommandThatTakesTooLong() {
        var environment = new Environment(variables, home, home);
        long start = System.nanoTime();
        var e = assertThrows(
                ProblemException.class,
                () -> PasswordCommand.run("sleep 30; echo x", environment, Duration.ofMillis(300)));
        assertEquals("password-command did not end within 300ms", e.problem().message());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 10);
    }
}
