package io.schemactl.cli;

import io.schemactl.engine.UpgradeScope;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How far forward a command goes. */
final class ForwardOptions {

    @Option(names = "--count", paramLabel = "N", description = "at most so many change sets")
    private @Nullable Integer count;

    @Option(names = "--to", paramLabel = "STORY", description = "up to this story, which is included")
    private @Nullable String story;

    boolean isGiven() {
        return count != null || story != null;
    }

    UpgradeScope scope(TargetCommand command) {
        if (count != null && count < 1) {
            throw command.usage("--count wants a number from 1, not " + count);
        }
        return new UpgradeScope(count == null ? OptionalInt.empty() : OptionalInt.of(count), story);
    }
}
