package io.schemactl.shadow;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a server comes from.
 *
 * @param archives folders of packed servers, first the one that counts most
 * @param progress hears what takes a while, in a few words each
 */
record EmbeddedSource(EmbeddedPlatform platform, int major, List<Path> archives, Consumer<String> progress) {

    /** Copies the folders. */
    EmbeddedSource {
        archives = List.copyOf(archives);
    }

    /** Unpacks the programs where they are not yet, and finds out how to run them. */
    ServerTools prepare(ServerFolder folder) {
        Binaries binaries = Binaries.prepare(folder, this);
        ServerAccount account = ServerAccount.choose(ServerAccount.candidates(folder, platform), folder, binaries);
        return new ServerTools(major, folder, binaries, account);
    }
}
