package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.exception.NotFoundException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container, as many users have it; needs a Docker engine with the image in its store. */
final class ContainerTest {

    /** Set {@code SCHEMACTL_TEST_IMAGE} to another image; {@code .ci/postgres-image.sh} builds the default one. */
    private static final String IMAGE =
            Optional.ofNullable(System.getenv("SCHEMACTL_TEST_IMAGE")).orElse("schemactl-test/postgres:15");

    @BeforeAll
    static void findEngineAndImage() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers");
        assumeTrue(hasImage(), "the Docker engine has no image " + IMAGE);
    }

    @Test
    void answersFromAContainer() throws SQLException {
        try (var server = new PostgreSQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"))) {
            server.start();
            try (var connection = DriverManager.getConnection(
                            server.getJdbcUrl(), server.getUsername(), server.getPassword());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT pg_catalog.version()")) {
                assertTrue(rows.next());
                assertTrue(rows.getString(1).startsWith("PostgreSQL "), rows.getString(1));
            }
        }
    }

    private static boolean hasImage() {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(IMAGE).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
