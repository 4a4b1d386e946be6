package io.schemactl.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder, EmbeddedPlatform platform) {

    static final boolean POSIX =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    /** The wanted archive's binaries, unpacked if they are not yet; without archives, what was unpacked by an earlier run. */
    static Binaries prepare(ServerFolder server, EmbeddedSource source) {
        EmbeddedPlatform platform = source.platform();
        Optional<BinaryArchive> archive = BinaryArchive.find(platform, source.major(), source.archives());
        if (archive.isPresent()) {
            String version = archive.get().version().toString();
            Path folder = server.binaries().resolve(platform.name() + "-" + version);
            if (!Files.isDirectory(folder)) {
                source.progress().accept("unpacking PostgreSQL " + version);
                unpack(archive.get(), server, folder);
            }
            return new Binaries(folder, platform);
        }
        return newestUnpacked(server, platform)
                .orElseThrow(() -> BinaryArchive.missing(platform, source.major(), source.archives()));
    }

    /** A program's path. */
    Path program(String name) {
        return folder.resolve("bin").resolve(platform.executable(name));
    }

    private static Optional<Binaries> newestUnpacked(ServerFolder server, EmbeddedPlatform platform) {
        String prefix = platform.name() + "-";
        List<Version> versions = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(server.binaries(), prefix + "[0-9]*")) {
            stream.forEach(folder -> versions.add(
                    Version.parse(String.valueOf(folder.getFileName()).substring(prefix.length()))));
        } catch (IOException e) {
            throw EmbeddedProblems.of("list", server.binaries(), e);
        }
        return versions.stream()
                .max(Comparator.naturalOrder())
                .map(version -> new Binaries(server.binaries().resolve(prefix + version), platform));
    }

    private static void unpack(BinaryArchive archive, ServerFolder server, Path folder) {
        Path unfinished = server.unfinished("binaries");
        try (ZipFile jar = new ZipFile(archive.file().toFile())) {
            ZipEntry packed = Collections.list(jar.entries()).stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no .txz in it"));
            try (InputStream stream = jar.getInputStream(packed);
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(stream))) {
                copy(tar, unfinished);
            }
        } catch (IOException e) {
            server.remove(unfinished);
            throw EmbeddedProblems.of("unpack %s to".formatted(archive.file()), folder, e);
        }
        server.finish(unfinished, folder);
    }

    private static void copy(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("entry outside of the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                makeFolder(file);
            } else if (entry.isSymbolicLink()) {
                makeFolder(parent(file));
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else if (entry.isFile()) {
                makeFolder(parent(file));
                Files.copy(tar, file);
                permit(file, isProgram(entry) ? "rwxr-xr-x" : "rw-r--r--");
            } else {
                throw new IOException("entry of an unknown kind: " + entry.getName());
            }
        }
    }

    private static boolean isProgram(TarArchiveEntry entry) {
        return (entry.getMode() & 0100) != 0 || entry.getName().matches("(\\./)?bin/.*");
    }

    /** Readable for everybody whatever the umask: where root may not be the server's user, nobody is. */
    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isDirectory(parent(folder))) {
                makeFolder(parent(folder));
            }
            Files.createDirectory(folder);
            permit(folder, "rwxr-xr-x");
        }
    }

    private static void permit(Path file, String permissions) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException("no parent folder: " + file);
        }
        return parent;
    }
}
