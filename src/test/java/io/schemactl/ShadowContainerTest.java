package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import io.schemactl.Project.Run;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** Shadows in containers; needs a Docker engine with the image in its store, as {@link ContainerTest} does. */
final class ShadowContainerTest {

    private static final String IMAGE =
            Optional.ofNullable(System.getenv("SCHEMACTL_TEST_IMAGE")).orElse("schemactl-test/postgres:15");

    /** Not those of other test dependencies, one of which is a driver that Java loads wherever it finds it. */
    private static final Pattern JARS = Pattern.compile("/(testcontainers|docker-java[a-z-]*)-\\d");

    @TempDir
    Path folder;

    @Test
    void replaysInAContainerAndRemovesIt() throws SQLException {
        requireImage();
        try (TestDatabase database = TestServers.freshDatabase(14)) {
            var project = new Project(folder, database).sql("CREATE TABLE t (a int)");
            Run run = project.run(diff("docker:" + IMAGE));

            assertEquals(1, run.code(), run.toString());
            assertTrue(run.out().contains("+ table t"), run.toString());
            assertTrue(run.out().contains("replayed on PostgreSQL 15"), run.toString());
            assertTrue(
                    run.err()
                            .contains("warning: the image %s is PostgreSQL 15, and the other side is PostgreSQL 14"
                                    .formatted(IMAGE)),
                    run.toString());
            assertEquals(List.of(), containers());
            assertEquals(List.of(), notes());
        }
    }

    @Test
    void removesTheContainerAfterAFailure() throws SQLException {
        requireImage();
        try (Project project = Project.in(folder).sql("CREATE TABLE t (a nonsense)")) {
            Run run = project.run(diff("docker:" + IMAGE));

            assertEquals(5, run.code(), run.toString());
            assertEquals(List.of(), containers());
        }
    }

    @Test
    void removesTheContainerAtCtrlC() throws Exception {
        requireImage();
        try (Project project = Project.in(folder).sql("SELECT pg_sleep(600)")) {
            Child child = project.start(diff("docker:" + IMAGE));
            Child.await("the container is there", () -> !containers().isEmpty());
            // Wherever the signal meets it, starting or replaying, the container must go.
            Thread.sleep(4000);
            child.signal("INT");

            assertEquals(130, child.code(), child.toString());
            assertTrue(child.err().contains("error[interrupted]"), child.toString());
            assertEquals(List.of(), containers());
        }
    }

    @Test
    void removesWhatAKilledRunLeft() throws Exception {
        requireImage();
        Path other = Files.createDirectory(folder.resolve("other"));
        try (Project project = Project.in(folder).sql("CREATE TABLE t (a int)")) {
            Child child = new Project(other, project.database())
                    .sql("SELECT pg_sleep(600)")
                    .start(diff("docker:" + IMAGE));
            Child.await("the container is there", () -> !containers().isEmpty());
            List<String> left = containers();
            Run during = project.run(diff("docker:" + IMAGE));
            assertEquals(1, during.code(), during.toString());
            assertEquals(left, containers(), "a container that is used stays");
            child.kill();
            assertEquals(left, containers(), "nobody has removed it yet");

            Run run = project.run(diff("docker:" + IMAGE));

            assertEquals(1, run.code(), run.toString());
            assertEquals(List.of(), containers());
            assertEquals(List.of(), notes());
        }
    }

    @Test
    void saysWhyAnImageIsNotToBeHad() throws SQLException {
        requireImage();
        try (Project project = Project.in(folder).sql("CREATE TABLE t (a int)")) {
            Run run = project.run(diff("docker:localhost:1/nowhere/postgres:17"));

            assertEquals(4, run.code(), run.toString());
            assertTrue(
                    run.err().contains("error[shadow]: the image localhost:1/nowhere/postgres:17 is not to be had: "),
                    run.toString());
            assertTrue(run.err().contains("connection refused"), run.toString());
            assertTrue(run.err().contains("docker pull localhost:1/nowhere/postgres:17"), run.toString());
            Run invalid = project.run(diff("docker:UPPER/CASE"));
            assertEquals(4, invalid.code(), invalid.toString());
            assertTrue(invalid.err().contains("must be lowercase"), invalid.toString());
        }
    }

    @Test
    void saysWhatAContainerSaidThatEndsAtOnce() throws Exception {
        requireImage();
        Files.writeString(
                Files.createDirectory(folder.resolve("image")).resolve("Dockerfile"),
                "FROM %s\nENTRYPOINT [\"bash\", \"-c\", \"echo no luck today >&2; exit 3\"]\n".formatted(IMAGE));
        String image = "schemactl-test/luckless:1";
        docker().buildImageCmd(folder.resolve("image").toFile())
                .withTags(Set.of(image))
                .exec(new BuildImageResultCallback())
                .awaitImageId();
        try (Project project = Project.in(folder).sql("CREATE TABLE t (a int)")) {
            Run run = project.run(diff("docker:" + image));

            assertEquals(4, run.code(), run.toString());
            assertTrue(
                    run.err()
                            .contains(
                                    "error[shadow]: the container of %s ended before PostgreSQL was ready: no luck today"
                                            .formatted(image)),
                    run.toString());
            assertEquals(List.of(), containers());
            assertEquals(List.of(), notes());
        } finally {
            docker().removeImageCmd(image).withForce(true).exec();
        }
    }

    @Test
    void saysThatThereIsNoEngine() throws SQLException {
        assumeFalse(DockerClientFactory.instance().isDockerAvailable(), "a Docker engine answers");
        try (Project project = Project.in(folder).sql("CREATE TABLE t (a int)")) {
            Run run = project.run(diff("docker:postgres:17"));

            assertEquals(4, run.code(), run.toString());
            assertTrue(run.err().contains("no Docker engine answers"), run.toString());
        }
    }

    @Test
    void refusesAContainerWithoutAnImage() throws SQLException {
        try (Project project = Project.in(folder).sql("CREATE TABLE t (a int)")) {
            for (String shadow : List.of("docker:", "docker:two words", "docker: postgres")) {
                Run run = project.run(diff(shadow));

                assertEquals(2, run.code(), run.toString());
                assertTrue(run.err().contains("names no image"), run.toString());
            }
        }
    }

    /** Thousands of classes that nobody needs without containers. */
    @Test
    void isNotLoadedWithoutContainers() throws Exception {
        try (Project project = Project.in(folder).sql("CREATE TABLE t (a int)")) {
            Path log = folder.resolve("classes.log");
            var line = new ArrayList<>(List.of(
                    "-Xlog:class+load:file=" + log,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "diff",
                    "changelog"));
            line.addAll(List.of(
                    "--changelog", "changelog.yaml", "--url", project.database().url()));
            line.addAll(
                    List.of("--shadow", TestServers.shadow(project.database().majorVersion())));
            Process process = new ProcessBuilder(command(line))
                    .directory(folder.toFile())
                    .redirectOutput(folder.resolve("out").toFile())
                    .redirectErrorStream(true)
                    .start();

            assertEquals(1, process.waitFor(), Files.readString(folder.resolve("out")));
            List<String> loaded = Files.readAllLines(log);
            assertTrue(loaded.stream().anyMatch(each -> each.contains("io.schemactl.shadow.Shadows ")));
            assertEquals(
                    List.of(),
                    loaded.stream().filter(each -> JARS.matcher(each).find()).toList());
        }
    }

    private static List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return command;
    }

    private String[] diff(String shadow) {
        return new String[] {
            "diff", "--shadow", shadow, "--data-dir", folder.resolve("data").toString()
        };
    }

    private List<String> containers() {
        return docker()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Set.of("io.schemactl.shadow"))
                .exec()
                .stream()
                .map(Container::getId)
                .toList();
    }

    private List<Path> notes() {
        try (var files = Files.list(folder.resolve("data/shadow/containers"))) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }

    private static void requireImage() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers");
        try {
            docker().inspectImageCmd(IMAGE).exec();
        } catch (NotFoundException e) {
            assumeTrue(false, "the Docker engine has no image " + IMAGE);
        }
    }
}
