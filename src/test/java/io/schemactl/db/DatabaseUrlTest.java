package io.schemactl.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.config.Environment;
import io.schemactl.problem.ExitCode;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @TempDir
    Path home;

    private ServerAddress server(String url, Map<String, String> variables) {
        return assertInstanceOf(
                ServerAddress.class, DatabaseUrl.parse(url, new Environment(variables, home, home)), url);
    }

    private Problem problem(String url, Map<String, String> variables) {
        return assertThrows(ProblemException.class, () -> server(url, variables), url)
                .problem();
    }

    private static String password(ServerAddress address) {
        var password = address.password();
        return password == null ? "" : password.reveal();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "postgresql://u:pw@h:5433/d|postgresql://u@h:5433/d|pw|{}",
                "postgres://u:pw@h/d|postgresql://u@h:5432/d|pw|{}",
                "POSTGRESQL://u@h|postgresql://u@h:5432/u|''|{}",
                "postgresql+asyncpg://u:pw@h/d?ssl=require|postgresql://u@h:5432/d|pw|{sslmode=require}",
                "postgresql+psycopg://u:pw@h/d|postgresql://u@h:5432/d|pw|{}",
                "postgresql+psycopg2://u:p+w@h/d|postgresql://u@h:5432/d|p+w|{}",
                "postgresql+psycopg2://u@/d?host=a:1&host=b:2|postgresql://u@a:1,b:2/d|''|{}",
                "postgresql://u:p%40%2F%3F%25w@h/d|postgresql://u@h:5432/d|p@/?%w|{}",
                "postgresql://u:p@w@h/d|postgresql://u@h:5432/d|p@w|{}",
                "postgresql://u:a:b@h/d|postgresql://u@h:5432/d|a:b|{}",
                "postgresql://u@h/d%20e%C3%BC|postgresql://u@h:5432/d eü|''|{}",
                "postgresql://u@[::1]:5433/d|postgresql://u@[::1]:5433/d|''|{}",
                "postgresql://u@[2001:db8::1]/d|postgresql://u@[2001:db8::1]:5432/d|''|{}",
                "postgresql://u@a:1,b,[::1]:3/d|postgresql://u@a:1,b:5432,[::1]:3/d|''|{}",
                "postgresql://u@a,b:2/d?target_session_attrs=read-write|postgresql://u@a:5432,b:2/d|''"
                        + "|{targetServerType=primary}",
                "postgresql://u@/d|postgresql://u@localhost:5432/d|''|{}",
                "postgresql:///d?user=u&host=h&port=1&password=pw|postgresql://u@h:1/d|pw|{}",
                "postgresql://u@h/d?application_name=a%20b&connect_timeout=3|postgresql://u@h:5432/d|''"
                        + "|{ApplicationName=a b, connectTimeout=3}",
                "postgresql://u@h:5432/d?application_name=me@here|postgresql://u@h:5432/d|''|{ApplicationName=me@here}",
                "postgresql://u@h/d?sslmode=verify-full&sslrootcert=system|postgresql://u@h:5432/d|''"
                        + "|{sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory, sslmode=verify-full}",
                "postgresql://u@h/d?channel_binding=require&gssencmode=disable&keepalives=0|postgresql://u@h:5432/d|''"
                        + "|{channelBinding=require, gssEncMode=disable, tcpKeepAlive=false}",
                "postgresql://u@h/d?options=-c%20geqo%3Doff|postgresql://u@h:5432/d|''|{options=-c geqo=off}",
                "jdbc:postgresql://h:5433/d?user=u&password=p%26w|postgresql://u@h:5433/d|p&w|{}",
                "jdbc:postgresql://a,b:2/d?user=u&targetServerType=primary&ssl=true|postgresql://u@a:5432,b:2/d|''"
                        + "|{ssl=true, targetServerType=primary}",
                "jdbc:postgresql:d?user=u|postgresql://u@localhost:5432/d|''|{}",
                "jdbc:postgresql:/?user=u|postgresql://u@localhost:5432/u|''|{}",
                "jdbc:postgresql:?user=u|postgresql://u@localhost:5432/u|''|{}",
                "jdbc:postgresql://h?user=u|postgresql://u@h:5432/u|''|{}",
                "jdbc:postgresql://[::1]/d?user=u|postgresql://u@[::1]:5432/d|''|{}",
                "jdbc:postgresql://u:pw@h/d|postgresql://u@h:5432/d|pw|{}",
                "host=h dbname='my db' user = u password='it\\'s \\\\'|postgresql://u@h:5432/my db|it's \\|{}",
                "host=a,b port=1,2 user=u dbname=d sslmode=disable|postgresql://u@a:1,b:2/d|''|{sslmode=disable}",
                "hostaddr=127.0.0.1 user=u|postgresql://u@127.0.0.1:5432/u|''|{}",
            })
    void readsEveryForm(String url, String shown, String password, String properties) {
        ServerAddress address = server(url, Map.of());
        assertEquals(shown, address.toString());
        assertEquals(password, password(address));
        assertEquals(properties, address.properties().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "embedded:portal|embedded:portal",
                "embedded:|embedded:",
                "embedded:portal?version=16|embedded:portal?version=16",
            })
    void readsEmbeddedForm(String url, String shown) {
        DatabaseAddress address = DatabaseUrl.parse(url, new Environment(Map.of(), home, home));
        assertEquals(shown, assertInstanceOf(EmbeddedAddress.class, address).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgrsql://h/d|unknown URL scheme `postgrsql`; did you mean `postgresql`?",
                "mysql://h/d|unknown URL scheme `mysql`",
                "postgresql:u@h/d|the URL lacks the two slashes after `postgresql:`",
                "justaword|not a connection URL: it has no scheme",
                "postgresql://h:port/d|the URL's port is not a number",
                "postgresql://h:70000/d|a port is not a number from 1 to 65535",
                "postgresql://::1/d|the URL has more than one colon in a host",
                "postgresql://[::1/d|the URL has a [ without a ]",
                "postgresql://h/d?sslmod=require|unknown connection parameter `sslmod`; did you mean `sslmode`?",
                "postgresql://h/d?sslmode=requires|connection parameter `sslmode` is `requires`; did you mean `require`?",
                "postgresql://h/d?schema=public|unknown connection parameter `schema`",
                "postgresql://h/d?require_auth=scram-sha-256"
                        + "|connection parameter `require_auth` is not possible with the JDBC driver",
                "jdbc:postgresql://h/d?sslMode=require"
                        + "|unknown parameter `sslMode` in a jdbc: URL; did you mean `sslmode`?",
                "postgresql:///d?host=/tmp|host `/tmp` is a Unix socket, and the JDBC driver speaks TCP only",
                "postgresql://%2Fvar%2Frun%2Fpostgresql/d"
                        + "|host `/var/run/postgresql` is a Unix socket, and the JDBC driver speaks TCP only",
                "host=/tmp|host `/tmp` is a Unix socket, and the JDBC driver speaks TCP only",
                "postgresql://a,b:1,c:2/d?port=1,2|there are 2 ports for 3 hosts",
                "embedded:portal?verison=16|unknown parameter `verison` of embedded:; did you mean `version`?",
                "embedded:portal?version=16.1|version `16.1` of embedded: is not a major version",
                "host=h password='open|the connection string has an open quote",
            })
    void explainsWhatIsWrong(String url, String message) {
        Problem problem = problem(url, Map.of());
        assertEquals(message, problem.message());
        assertEquals(ExitCode.USAGE, problem.code().exitCode());
        assertNotNull(problem.fix());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:hunter2/x@h/d",
                "postgresql://u:x/hunter2@h/d",
                "postgresql://u:x?hunter2@h/d",
                "postgresql://u:12?hunter2@h/d",
                "postgresql://u:12/hunter2@h/d",
                "postgresql://u:hunter2%zz@h/d",
                "postgresql://u:hunter2%C3@h/d",
                "postgresql://u:hunter2@h:port/d",
                "postgresql://u:hunter2@h/d?sslmod=x",
                "postgresql://h/d?password=a&hunter2",
                "postgresql://h/d?password=hunter2&sslmod=x",
                "jdbc:postgresql://h/d?password=hunter2&foo=bar",
                "mysql://u:hunter2@h/d",
                "u:hunter2@h/d",
                "hunter2:x@h/d",
                "postgresql:u:hunter2@h/d",
                "host=h password=a hunter2 b",
                "host=h password='hunter2",
                "postgresql://u:hunter2@/d?host=/tmp",
            })
    void neverRepeatsPassword(String url) {
        var e = assertThrows(ProblemException.class, () -> server(url, Map.of()), url);
        for (Throwable at = e; at != null; at = at.getCause()) {
            assertFalse(String.valueOf(at.getMessage()).contains("hunter2"), at.toString());
        }
        assertFalse(e.problems().toString().contains("hunter2"), e.problems().toString());
    }

    @Test
    void masksPasswordInText() {
        ServerAddress address = server("postgresql://u:hunter2@h/d?sslpassword=hunter3", Map.of());
        assertEquals("postgresql://u@h:5432/d", address.toString());
    }

    @Test
    void fillsGapsFromEnvironmentAsLibpqDoes() {
        Map<String, String> variables = Map.of(
                "PGHOST", "envhost",
                "PGPORT", "6000",
                "PGDATABASE", "envdb",
                "PGUSER", "envuser",
                "PGSSLMODE", "require",
                "PGAPPNAME", "app",
                "PGCONNECT_TIMEOUT", "7",
                "PGTARGETSESSIONATTRS", "standby");
        ServerAddress all = server("postgresql://", variables);
        assertEquals("postgresql://envuser@envhost:6000/envdb", all.toString());
        assertEquals(
                "{ApplicationName=app, connectTimeout=7, sslmode=require, targetServerType=secondary}",
                all.properties().toString());
        assertEquals(
                "postgresql://u@h:6000/d",
                server("postgresql://u@h/d", variables).toString());
        assertEquals(
                "disable",
                server("postgresql://h/d?sslmode=disable", variables)
                        .properties()
                        .get("sslmode"));
        assertEquals(
                "postgresql://envuser@localhost:5432/d",
                server("jdbc:postgresql:d", variables).toString());
        assertTrue(problem("postgresql:///d", Map.of("PGHOST", "/run/postgresql"))
                .message()
                .startsWith("host `/run/postgresql` is a Unix socket"));
    }

    @Test
    void readsConnectionService() throws IOException {
        Files.writeString(home.resolve(".pg_service.conf"), """
                # comment
                [other]
                host=no
                [prod]
                host=svc
                port=7000
                dbname=svcdb
                user=svcuser
                password=hunter2
                """);
        Map<String, String> variables = Map.of("PGSERVICE", "prod", "PGHOST", "envhost", "PGSSLMODE", "require");
        ServerAddress address = server("postgresql://", variables);
        assertEquals("postgresql://svcuser@svc:7000/svcdb", address.toString());
        assertEquals("hunter2", password(address));
        assertEquals("require", address.properties().get("sslmode"));
        assertEquals(
                "postgresql://u@svc:7000/d",
                server("postgresql://u@/d?service=prod", Map.of()).toString());
        assertEquals(
                "connection service `prdo` is not defined; did you mean `prod`?",
                problem("service=prdo", Map.of()).message());
    }
}
