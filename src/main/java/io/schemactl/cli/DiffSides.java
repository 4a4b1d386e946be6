package io.schemactl.cli;

import io.schemactl.config.Environment;
import io.schemactl.config.Secret;
import io.schemactl.config.Settings;
import io.schemactl.config.SettingsLoader;
import io.schemactl.config.SettingsRequest;
import io.schemactl.config.Target;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import io.schemactl.task.SideSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out which sides the words of a command line mean. */
final class DiffSides {

    private static final String CHANGELOG = "changelog";
    private static final String SNAPSHOT = "snapshot";

    /** At least two letters, as one may be a Windows drive. */
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*|[a-z_]+\\s*=.*", Pattern.DOTALL);

    private final SettingsRequest request;
    private final Environment environment;
    private final List<String> targets;

    DiffSides(SettingsRequest request, Environment environment) {
        this.request = request;
        this.environment = environment;
        this.targets = SettingsLoader.targetNames(request, environment);
    }

    /** Two sides. */
    record Pair(SideSpec from, SideSpec to) {}

    /** The settings, and what is to be compared. */
    record Work(Settings settings, List<Pair> pairs) {}

    /** The settings, the target in whose changelog a story is written, and the sides that it leads from and to. */
    record StoryWork(Settings settings, Target target, Pair pair) {}

    /**
     * A word, understood.
     *
     * @param needsTarget whether it means something of the target
     * @param needsDatabase whether it means the target's database
     * @param named the target that it names
     * @param spec the side that it means for a target
     */
    private record Word(
            boolean needsTarget,
            boolean needsDatabase,
            @Nullable String named,
            Function<@Nullable Target, SideSpec> spec) {

        static Word ofTarget(Function<Target, SideSpec> spec) {
            return new Word(true, false, null, target -> spec.apply(Objects.requireNonNull(target)));
        }

        static Word alone(SideSpec side) {
            return new Word(false, false, null, target -> side);
        }
    }

    /**
     * What is to be compared: for each selected target a pair, if a side has to do with the target, or else one pair.
     *
     * @param words none for the target and its changelog, one for the target and that side, or both sides
     */
    Work resolve(List<String> words) {
        Word from = words.size() < 2 ? own() : understand(words.get(0));
        Word to = understand(words.isEmpty() ? CHANGELOG : words.get(words.size() - 1));
        if (!from.needsTarget() && !to.needsTarget()) {
            return new Work(
                    SettingsLoader.load(request.targetless(), environment),
                    List.of(new Pair(from.spec().apply(null), to.spec().apply(null))));
        }
        SettingsRequest wanted = Stream.of(from, to)
                .flatMap(word -> Stream.ofNullable(word.named()))
                .findFirst()
                .filter(name -> request.targets().isEmpty() && request.url() == null && request.changelog() == null)
                .map(request::named)
                .orElse(request);
        boolean isOffline = !from.needsDatabase() && !to.needsDatabase();
        Settings settings = SettingsLoader.load(isOffline ? wanted.offline() : wanted, environment);
        return new Work(
                settings,
                settings.targets().stream()
                        .map(target ->
                                new Pair(from.spec().apply(target), to.spec().apply(target)))
                        .toList());
    }

    /**
     * The sides of a new story: what the changelog says if the first is left out, and the target's database if the second is too.
     *
     * @param words none, the second, or both
     * @throws ProblemException if not exactly one target is selected
     */
    StoryWork resolveStory(List<String> words) {
        Word from = words.size() < 2 ? understand(CHANGELOG) : understand(words.get(0));
        Word to = words.isEmpty() ? own() : understand(words.get(words.size() - 1));
        boolean isOffline = !from.needsDatabase() && !to.needsDatabase();
        Settings settings = SettingsLoader.load(isOffline ? request.offline() : request, environment);
        Target target = onlyTarget(settings);
        return new StoryWork(
                settings, target, new Pair(from.spec().apply(target), to.spec().apply(target)));
    }

    /** The one target in whose changelog something is written. */
    static Target onlyTarget(Settings settings) {
        if (settings.targets().size() != 1) {
            throw refused("a story belongs to one changelog, not to several targets", "name one with --target");
        }
        return settings.targets().get(0);
    }

    private static Word own() {
        return new Word(true, true, null, target -> new SideSpec.Live(Objects.requireNonNull(target)));
    }

    private Word understand(String word) {
        if (word.equals(CHANGELOG)) {
            return Word.ofTarget(target -> new SideSpec.Replay(target, null));
        }
        if (word.startsWith(CHANGELOG + "@")) {
            return story(word.substring(CHANGELOG.length() + 1));
        }
        if (word.equals(SNAPSHOT)) {
            return Word.ofTarget(SideSpec.Snapshot::of);
        }
        if (targets.contains(word)) {
            return new Word(false, false, word, any -> new SideSpec.Live(target(word)));
        }
        return URL.matcher(word).matches() ? Word.alone(new SideSpec.Address(new Secret(word))) : file(word);
    }

    private static Word story(String name) {
        if (name.isEmpty()) {
            throw refused("changelog@ names no story", "write changelog@STORY, or changelog for all of it");
        }
        return Word.ofTarget(target -> new SideSpec.Replay(target, name));
    }

    private Target target(String name) {
        return SettingsLoader.load(request.named(name), environment.withoutTarget())
                .targets()
                .get(0);
    }

    private Word file(String word) {
        Path path = environment.workingDirectory().resolve(word).normalize();
        if (Files.isDirectory(path) || (Files.exists(path) && word.endsWith(".sql"))) {
            return Word.alone(new SideSpec.Script(path));
        }
        if (Files.exists(path) && (word.endsWith(".yaml") || word.endsWith(".yml"))) {
            return Word.alone(new SideSpec.Snapshot(path));
        }
        if (Files.exists(path)) {
            throw refused("`%s` is neither .sql nor .yaml".formatted(word), "name a file of SQL, or a snapshot");
        }
        var known = new ArrayList<>(targets);
        known.add(CHANGELOG);
        known.add(SNAPSHOT);
        boolean looksLikePath = word.contains("/") || word.contains("\\") || word.matches(".*\\.(sql|ya?ml)");
        throw looksLikePath
                ? refused("there is no file or folder `%s`".formatted(word), "correct the path")
                : refused(
                        "`%s` is no side%s".formatted(word, Suggestion.hint(word, known)),
                        "name a target%s, a URL, changelog, changelog@STORY, snapshot, or a file or folder"
                                .formatted(targets.isEmpty() ? "" : " (" + String.join(", ", targets) + ")"));
    }

    private static ProblemException refused(String message, String fix) {
        return new ProblemException(Problem.of(ProblemCode.USAGE, message).fix(fix));
    }
}
