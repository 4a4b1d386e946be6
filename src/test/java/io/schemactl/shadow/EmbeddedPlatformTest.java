package io.schemactl.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import org.junit.jupiter.api.Test;

class EmbeddedPlatformTest {

    @Test
    void namesPlatformsAsTheArtifactsDo() {
        assertEquals("linux-amd64", EmbeddedPlatform.of("Linux", "amd64", false).name());
        assertEquals(
                "linux-arm64v8", EmbeddedPlatform.of("Linux", "aarch64", false).name());
        assertEquals(
                "linux-amd64-alpine",
                EmbeddedPlatform.of("Linux", "amd64", true).name());
        assertEquals(
                "darwin-arm64v8",
                EmbeddedPlatform.of("Mac OS X", "aarch64", false).name());
        assertEquals(
                "darwin-amd64", EmbeddedPlatform.of("Mac OS X", "x86_64", false).name());
        assertEquals(
                "windows-amd64",
                EmbeddedPlatform.of("Windows 11", "amd64", false).name());
    }

    @Test
    void refusesPlatformWithoutBinaries() {
        ProblemException thrown =
                assertThrows(ProblemException.class, () -> EmbeddedPlatform.of("AIX", "ppc64", false));
        assertEquals(ProblemCode.EMBEDDED, thrown.problem().code());
    }
}
