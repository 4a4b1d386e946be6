package io.schemactl.config;

import java.nio.file.Path;
import java.util.Locale;

/** The folder in which a system's users expect a program's data. */
final class DataDirectory {

    private DataDirectory() {}

    /** The folder, whether it is there or not. */
    static Path byDefault(Environment environment, String operatingSystem) {
        Path home = environment.home();
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return environment
                    .find("LOCALAPPDATA")
                    .map(Path::of)
                    .orElseGet(() -> home.resolve("AppData").resolve("Local"))
                    .resolve("schemactl");
        }
        // The XDG specification says that a relative path is to be ignored.
        var named = environment.find("XDG_DATA_HOME").map(Path::of).filter(Path::isAbsolute);
        if (named.isEmpty() && system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("schemactl");
        }
        return named.orElseGet(() -> home.resolve(".local").resolve("share")).resolve("schemactl");
    }
}
