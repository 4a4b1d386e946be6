package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetFacts;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.Changelog;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A target's changelog beside the same on another branch, from which databases are upgraded: as it is there now, the tip, and as it was
 * where the two parted.
 */
public final class BaseChangelog implements AutoCloseable {

    private final String reference;
    private final Path scratch;
    private final Path searchPath;
    private final Changelog here;
    private final ChangelogVersion present;
    private final ChangelogVersion parting;
    private final ChangelogVersion tip;

    /** Where the files are: scratch for those of the other branch, and the search path of those here. */
    private record Folders(Path scratch, Path searchPath) {}

    private BaseChangelog(
            String reference, Folders folders, Changelog here, ChangelogVersion parting, ChangelogVersion tip) {
        this.reference = reference;
        this.scratch = folders.scratch();
        this.searchPath = folders.searchPath();
        this.here = here;
        this.present = ChangelogVersion.of(here);
        this.parting = parting;
        this.tip = tip;
    }

    /**
     * Reads a target's changelog here and on another branch.
     *
     * @param reference a branch, tag or commit, as git knows it
     * @throws ProblemException if git does not know it, or a changelog is wrong
     */
    public static BaseChangelog read(Target target, String reference) {
        Changelog here = Changelog.load(Session.request(target));
        try {
            Path scratch = Files.createTempDirectory("schemactl-base");
            try {
                return read(target, reference, here, scratch);
            } catch (IOException | RuntimeException e) {
                TemporaryFolder.remove(scratch);
                throw e;
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.GIT, "the changelog of %s cannot be written: %s".formatted(reference, e))
                            .fix("look for room and rights in the folder of temporary files"),
                    e);
        }
    }

    private static BaseChangelog read(Target target, String reference, Changelog here, Path scratch)
            throws IOException {
        GitRepository git = GitRepository.of(target.searchPath(), scratch);
        String tip = git.commit(reference);
        String parting = git.parting(tip, reference);
        ChangelogVersion tipVersion = version(git, target, tip, scratch.resolve("tip"), reference);
        ChangelogVersion partingVersion = parting.equals(tip)
                ? tipVersion
                : version(git, target, parting, scratch.resolve("parting"), "the merge base with " + reference);
        return new BaseChangelog(
                reference, new Folders(scratch, target.searchPath()), here, partingVersion, tipVersion);
    }

    private static ChangelogVersion version(
            GitRepository git, Target target, String commit, Path destination, String name) throws IOException {
        Path searchPath = git.checkOut(commit, target.searchPath(), destination);
        Path root = searchPath.resolve(target.searchPath().relativize(target.changelog()));
        if (!Files.isRegularFile(root)) {
            return ChangelogVersion.EMPTY;
        }
        Target there = target.at(root, searchPath);
        try {
            return ChangelogVersion.of(there, Changelog.load(Session.request(there)));
        } catch (ProblemException e) {
            throw new ProblemException(
                    Problem.of(
                                    e.problem().code(),
                                    "the changelog as it is in %s cannot be read: %s"
                                            .formatted(name, e.problem().message()))
                            .about("commit " + commit)
                            .fix("name a commit of which the changelog is sound"),
                    e);
        }
    }

    /** The other branch, as the user names it. */
    public String reference() {
        return reference;
    }

    /** The changelog as it is on the other branch now. */
    public ChangelogVersion tip() {
        return tip;
    }

    /** The changelog as it was where the branches parted. */
    public ChangelogVersion parting() {
        return parting;
    }

    /** Whether a change set of this changelog is new here, or another one than where the branches parted. */
    public boolean isNew(ChangeSetEntry entry) {
        return !parting.has(entry.id()) || !parting.text(entry.id()).equals(present.text(entry.id()));
    }

    /**
     * Whether a file beside the change sets is new here, gone, or another one than where the branches parted.
     *
     * @param file a file below the search path
     */
    boolean isOther(Path file) {
        Target there = parting.target();
        Path inside = absolute(searchPath).relativize(absolute(file));
        try {
            return there == null
                    ? Files.exists(file)
                    : !text(file).equals(text(there.searchPath().resolve(inside)));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.GIT, "%s cannot be compared with %s: %s".formatted(file, reference, e)), e);
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** A file's text, whatever its line ends; empty if it is not there. */
    private static Optional<String> text(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file).replace("\r", "")) : Optional.empty();
    }

    /** Whether a change set has become one here that databases refuse which have run it. */
    boolean isEdited(ChangeSetEntry entry) {
        ChangeSetFacts facts = ChangeSetFacts.of(here, entry(entry.id()));
        return parting.has(entry.id())
                && !facts.runsAlways()
                && !facts.runsOnChange()
                && !isAccepted(entry, parting)
                && !(tip.has(entry.id()) && isAccepted(entry, tip));
    }

    private boolean isAccepted(ChangeSetEntry entry, ChangelogVersion version) {
        return ChangeSetFacts.isAccepted(here, entry(entry.id()), version.checksum(entry.id()));
    }

    private ChangeSetEntry entry(ChangeSetId id) {
        return here.entries().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** For a change set that the other branch does not have: the first one behind it that it has. */
    Optional<ChangeSetEntry> findLaterThan(ChangeSetEntry entry) {
        if (parting.has(entry.id()) || tip.has(entry.id())) {
            return Optional.empty();
        }
        return here.entries().stream()
                .dropWhile(each -> !each.id().equals(entry.id()))
                .filter(each -> parting.has(each.id()) || tip.has(each.id()))
                .findFirst();
    }

    /** The change sets that the other branch has got since the two parted, and that are not here. */
    List<ChangeSetEntry> arrived() {
        return tip.entries().stream()
                .filter(entry -> !parting.has(entry.id()) && !present.has(entry.id()))
                .toList();
    }

    /** The files go. */
    @Override
    public void close() {
        TemporaryFolder.remove(scratch);
    }
}
