package io.schemactl.config;

import io.schemactl.config.SettingsFile.TargetEntry;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one {@link Settings} of options, environment and file, in this order of precedence. */
public final class SettingsLoader {

    private final SettingsRequest request;
    private final Choices choices;
    private final SettingsFile file;

    private SettingsLoader(SettingsRequest request, Environment environment) {
        this.request = request;
        this.choices = new Choices(request, environment);
        var found = SettingsFileFinder.find(choices.findOutside(Setting.CONFIG), environment);
        found.ifPresent(choice -> choices.note(Setting.CONFIG.key(), choice.text(), choice.origin()));
        this.file = found.map(choice -> SettingsFileReader.read(Path.of(choice.text())))
                .orElse(SettingsFile.NONE);
    }

    /**
     * The settings that hold for a command.
     *
     * @throws ProblemException with everything that is wrong, if anything is
     */
    public static Settings load(SettingsRequest request, Environment environment) {
        return new SettingsLoader(request, environment).load();
    }

    /**
     * The names of the targets in the settings file, in order; none if there is no file.
     *
     * @throws ProblemException if the file is wrong
     */
    public static List<String> targetNames(SettingsRequest request, Environment environment) {
        return List.copyOf(
                new SettingsLoader(request, environment).file.targets().keySet());
    }

    private Settings load() {
        List<Target> targets = targets();
        var settings = new Settings(
                file.path(),
                targets,
                duration(Setting.LOCK_TIMEOUT),
                find(Setting.LOCK_RETRIES)
                        .map(choice -> Integer.valueOf(choice.text()))
                        .orElse(0),
                duration(Setting.LOCK_WAIT),
                duration(Setting.STATEMENT_TIMEOUT),
                dataDirectory(),
                new Secret(find(Setting.SHADOW).map(Choice::text).orElse("")),
                words(Setting.IGNORE),
                words(Setting.EXCLUDE),
                words(Setting.LINT_RULES),
                find(Setting.LINT_NAMES).map(Choice::text).orElse(""),
                find(Setting.FAIL_ON).map(Choice::text).orElse("error"),
                choices.values(),
                VariableCheck.warnings(choices.environment(), choices.mentioned()));
        if (!choices.problems().isEmpty()) {
            throw new ProblemException(choices.problems(), null);
        }
        return settings;
    }

    private Optional<Choice> find(Setting setting) {
        var choice = choices.find(setting, file.settings().get(setting));
        choice.ifPresent(chosen -> {
            String shown = setting.kind() == Setting.Kind.URL ? UrlMask.mask(chosen.text()) : chosen.text();
            choices.note("settings." + setting.key(), shown, chosen.origin());
        });
        return choice;
    }

    private Duration duration(Setting setting) {
        return find(setting)
                .flatMap(choice -> DurationText.parse(choice.text()))
                .orElse(Duration.ZERO);
    }

    /** Several words, with commas between them. */
    private List<String> words(Setting setting) {
        return find(setting).stream()
                .flatMap(choice -> Stream.of(choice.text().split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Path dataDirectory() {
        var chosen = choices.find(Setting.DATA_DIR, file.settings().get(Setting.DATA_DIR));
        Path directory = chosen.map(choices::path)
                .orElseGet(
                        () -> DataDirectory.byDefault(choices.environment(), System.getProperty("os.name", "Linux")));
        choices.note(
                "settings." + Setting.DATA_DIR.key(),
                directory.toString(),
                chosen.map(Choice::origin).orElse(new Origin.Default()));
        return directory;
    }

    private List<Target> targets() {
        if (request.isTargetless()) {
            return List.of();
        }
        var url = choices.findOutside(Setting.URL);
        var changelog = choices.findOutside(Setting.CHANGELOG);
        var named = choices.findOutside(Setting.TARGET);
        if (named.isEmpty() && changelog.isPresent()) {
            if (!request.isOffline()
                    && url.or(() -> TargetBuilder.findLibpqUrl(choices.environment()))
                            .isEmpty()) {
                choices.refuse(
                        "a changelog is given, but not the database",
                        changelog.get().origin(),
                        "add --url URL, or --target NAME whose changelog it replaces");
                return List.of();
            }
            return build(Target.AD_HOC, null).stream().toList();
        }
        List<TargetEntry> selected = selected(named);
        if (selected.size() > 1) {
            refuseOneForSeveral(url, "the url of one database", selected);
            refuseOneForSeveral(changelog, "one changelog", selected);
        }
        return build(selected);
    }

    private List<Target> build(List<TargetEntry> selected) {
        List<Target> targets = new ArrayList<>();
        for (TargetEntry entry : selected) {
            build(entry.name().text(), entry).ifPresent(targets::add);
        }
        return targets;
    }

    private Optional<Target> build(String name, @Nullable TargetEntry entry) {
        return new TargetBuilder(choices, request).build(name, entry);
    }

    private void refuseOneForSeveral(Optional<Choice> given, String what, List<TargetEntry> selected) {
        given.ifPresent(choice -> choices.refuse(
                "%s is given, but %d targets are selected: %s"
                        .formatted(
                                what,
                                selected.size(),
                                selected.stream()
                                        .map(entry -> entry.name().text())
                                        .collect(Collectors.joining(", "))),
                choice.origin(),
                "name exactly one target with --target"));
    }

    private List<TargetEntry> selected(Optional<Choice> named) {
        if (file.path() == null) {
            throw new ProblemException(noFile(named));
        }
        var selection = new TargetSelection(file.targets(), choices);
        FileValue byDefault = file.defaultTarget();
        var chosen = named.or(() -> byDefault == null ? Optional.empty() : choices.expand(byDefault));
        if (chosen.isPresent()) {
            choices.note(
                    Setting.TARGET.option(), chosen.get().text(), chosen.get().origin());
            return selection.select(chosen.get());
        }
        var only = selection.findOnly();
        if (only.isEmpty() && choices.problems().isEmpty()) {
            choices.refuse(
                    file.targets().isEmpty() ? "the settings file has no targets" : "no target is named",
                    null,
                    file.targets().isEmpty()
                            ? "add one under `targets:` in %s, or pass --url with --changelog".formatted(file.path())
                            : "pass --target with one of %s, or add `default-target:` to %s"
                                    .formatted(String.join(", ", file.targets().keySet()), file.path()));
        }
        only.ifPresent(entry -> choices.note(
                Setting.TARGET.option(),
                entry.name().text(),
                new Origin.File(entry.name().position(), List.of())));
        return only.stream().toList();
    }

    private Problem noFile(Optional<Choice> named) {
        String looked = SettingsFileFinder.candidates(choices.environment()).stream()
                .limit(2)
                .map(Path::toString)
                .collect(Collectors.joining(" and "));
        String what = named.map(
                        choice -> "target `%s` is named, but there is no schemactl.yaml".formatted(choice.text()))
                .orElse("there is no schemactl.yaml");
        return Problem.of(ProblemCode.SETTINGS, what + "; looked for %s, and in the folders above".formatted(looked))
                .fix(
                        request.isOffline()
                                ? "change to the project's folder, pass --config FILE, or pass --changelog"
                                : "change to the project's folder, pass --config FILE, or pass --url with --changelog");
    }
}
