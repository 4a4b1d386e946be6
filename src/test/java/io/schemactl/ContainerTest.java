package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.exception.NotFoundException;
import io.schemactl.cli.CommandRun;
import java.util.ArrayList;
import java.util.List;
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
    void migratesAServerInAContainer() {
        try (var server = new PostgreSQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"))) {
            server.start();
            for (String target : List.of("portal", "course", "practice", "mall")) {
                for (String command :
                        List.of("upgrade", "verify", "rollback --count 1", "verify", "upgrade", "rollback --all")) {
                    assertDone(command, target, server);
                }
            }
        }
    }

    private static void assertDone(String command, String target, PostgreSQLContainer server) {
        String url = "postgresql://%s:%s@%s:%d/%s"
                .formatted(
                        server.getUsername(),
                        server.getPassword(),
                        server.getHost(),
                        server.getFirstMappedPort(),
                        server.getDatabaseName());
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--config", "changelog/schemactl.yaml", "-t", target, "--url", url));
        CommandRun run = CommandRun.of(arguments);
        assertEquals(0, run.code(), command + " of " + target + ": " + run);
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
