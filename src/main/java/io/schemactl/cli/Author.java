package io.schemactl.cli;

import io.schemactl.config.Environment;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out who writes change sets. */
final class Author {

    private Author() {}

    /** The named author, or else the user who runs the program. */
    static String of(@Nullable String named, Environment environment) {
        return Stream.of(Optional.ofNullable(named), environment.find("USER"), environment.find("USERNAME"))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("schemactl");
    }
}
