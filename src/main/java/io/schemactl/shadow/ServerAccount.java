package io.schemactl.shadow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who the server's programs run as; PostgreSQL refuses to run as root.
 *
 * @param prefix the words in front of a program's command line
 * @param owner the user that the data must belong to; null for the one who runs schemactl
 */
record ServerAccount(List<String> prefix, @Nullable Owner owner) {

    /** A user and group as numbers. */
    record Owner(int user, int group) {}

    /** The one who runs schemactl. */
    static final ServerAccount SELF = new ServerAccount(List.of(), null);

    /** In a user namespace of its own root is called nobody, and still owns root's files. */
    static final ServerAccount NAMESPACE = new ServerAccount(List.of("unshare", "-U"), new Owner(0, 0));

    /** The user nobody, on nearly all Linux systems. */
    static final Owner NOBODY = new Owner(65534, 65534);

    /** Copies the prefix. */
    ServerAccount {
        prefix = List.copyOf(prefix);
    }

    /** The ways to run the programs on this machine, best first. */
    static List<ServerAccount> candidates(ServerFolder folder, EmbeddedPlatform platform) {
        if (platform.isWindows()) {
            return List.of(SELF);
        }
        if (ownerOfNewFiles(folder).user() != 0) {
            // initdb fails for a user without an entry in /etc/passwd, as containers often run one.
            boolean nameless = System.getProperty("user.name", "?").equals("?");
            return nameless && platform.isLinux()
                    ? List.of(new ServerAccount(NAMESPACE.prefix(), null), SELF)
                    : List.of(SELF);
        }
        List<ServerAccount> candidates = new ArrayList<>();
        if (Files.exists(folder.data()) && ownerOf(folder.data()).user() != 0) {
            candidates.addAll(inPlaceOfRoot(ownerOf(folder.data())));
        }
        candidates.add(NAMESPACE);
        candidates.addAll(inPlaceOfRoot(NOBODY));
        return candidates;
    }

    /**
     * Ways for root to become another user, where user namespaces are forbidden, as in most containers. The first one lets
     * the server pass through folders that only root may enter, such as root's home.
     */
    static List<ServerAccount> inPlaceOfRoot(Owner owner) {
        List<String> change =
                List.of("setpriv", "--reuid=" + owner.user(), "--regid=" + owner.group(), "--clear-groups");
        List<String> pass = Stream.concat(
                        change.stream(),
                        Stream.of(
                                "--inh-caps=+dac_override",
                                "--ambient-caps=+dac_override",
                                // access(2) looks at no capability of an ordinary user without this.
                                "--securebits=+no_setuid_fixup"))
                .toList();
        List<String> chroot =
                List.of("chroot", "--userspec=+" + owner.user() + ":+" + owner.group(), "--skip-chdir", "/");
        return Stream.of(pass, change, chroot)
                .map(prefix -> new ServerAccount(prefix, owner))
                .toList();
    }

    /** The first candidate that can run the server's program. */
    static ServerAccount choose(List<ServerAccount> candidates, ServerFolder folder, Binaries binaries) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        List<String> reasons = new ArrayList<>();
        for (ServerAccount candidate : candidates) {
            String words = candidate.probe(folder, binaries);
            if (words.contains("(PostgreSQL)") && !words.contains("invalid binary")) {
                return candidate;
            }
            reasons.add(String.join(" ", candidate.prefix()) + ": "
                    + words.lines().findFirst().orElse("no output"));
        }
        throw EmbeddedProblems.of(
                "PostgreSQL does not run as root, and no way to run it as another user works here ("
                        + String.join("; ", reasons.stream().distinct().toList()) + ")",
                "run schemactl as an ordinary user, or keep its data in a folder that everybody may enter and run programs"
                        + " from, such as --data-dir /var/lib/schemactl");
    }

    private String probe(ServerFolder folder, Binaries binaries) {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.program("postgres").toString());
        command.add("--version");
        try {
            return new ServerProgram(command, folder).run().output();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Gives a file, or a folder with all that is in it, to the owner. */
    void own(Path place) {
        if (owner == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!ownerOf(file).equals(owner)) {
                    Files.setAttribute(file, "unix:uid", owner.user(), LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(file, "unix:gid", owner.group(), LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw EmbeddedProblems.of("give to user " + owner.user(), place, e);
        }
    }

    private static Owner ownerOfNewFiles(ServerFolder folder) {
        Path file = folder.unfinished("probe");
        try {
            Files.createFile(file);
            Owner owner = ownerOf(file);
            Files.delete(file);
            return owner;
        } catch (IOException e) {
            throw EmbeddedProblems.of("write", file, e);
        }
    }

    private static Owner ownerOf(Path file) {
        try {
            return new Owner((Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS), (Integer)
                    Files.getAttribute(file, "unix:gid", LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw EmbeddedProblems.of("see the owner of", file, e);
        }
    }
}
