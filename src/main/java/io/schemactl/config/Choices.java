package io.schemactl.config;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides who wins: option, environment variable, file, default; and collects what is wrong and what was decided. */
final class Choices {

    private final Environment environment;
    private final Map<Setting, String> given = new EnumMap<>(Setting.class);
    private final List<Problem> problems = new ArrayList<>();
    private final List<Sourced> values = new ArrayList<>();
    private final Set<String> mentioned = new LinkedHashSet<>();

    Choices(SettingsRequest request, Environment environment) {
        this.environment = environment;
        request.options().forEach((name, value) -> given.put(option(name), value));
        if (request.config() != null) {
            given.put(Setting.CONFIG, request.config().toString());
        }
        if (request.url() != null) {
            given.put(Setting.URL, request.url());
        }
        if (request.changelog() != null) {
            given.put(Setting.CHANGELOG, request.changelog().toString());
        }
        if (!request.targets().isEmpty()) {
            given.put(Setting.TARGET, String.join(",", request.targets()));
        }
    }

    private static Setting option(String name) {
        return Setting.findOption(name)
                .orElseThrow(() -> new IllegalArgumentException("not an option of the settings: " + name));
    }

    Environment environment() {
        return environment;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Sourced> values() {
        return values;
    }

    /** The variables that were looked at in the file. */
    Set<String> mentioned() {
        return mentioned;
    }

    /** What the command line or the environment says. */
    Optional<Choice> findOutside(Setting setting) {
        if (!setting.isGivenOutside()) {
            return Optional.empty();
        }
        String option = given.get(setting);
        return option != null
                ? Optional.of(new Choice(option, new Origin.Option("--" + setting.option())))
                : environment
                        .find(setting.variable())
                        .map(text -> new Choice(text, new Origin.Variable(setting.variable())));
    }

    /** The value that wins, valid; nothing if nobody says anything or what is said is wrong. */
    Optional<Choice> find(Setting setting, @Nullable FileValue written) {
        var outside = findOutside(setting);
        if (outside.isPresent()) {
            return valid(setting, outside.get());
        }
        if (written != null) {
            return expand(written).flatMap(choice -> valid(setting, choice));
        }
        return setting.defaultValue().map(text -> new Choice(text, new Origin.Default()));
    }

    /** A value of the file with its variables put in; nothing, and a problem, if one is not set. */
    Optional<Choice> expand(FileValue written) {
        var expanded = Interpolation.expand(written, environment);
        mentioned.addAll(expanded.mentioned());
        problems.addAll(expanded.missing());
        return expanded.missing().isEmpty()
                ? Optional.of(new Choice(expanded.text(), expanded.origin(written)))
                : Optional.empty();
    }

    private Optional<Choice> valid(Setting setting, Choice choice) {
        var problem = ValueCheck.problem(setting, choice.text());
        problem.ifPresent(wrong -> problems.add(placed(wrong, choice.origin())));
        return problem.isPresent() ? Optional.empty() : Optional.of(choice);
    }

    private static Problem placed(Problem problem, Origin origin) {
        return origin instanceof Origin.File file ? problem.at(file.position()) : problem.about(origin.toString());
    }

    /** A path: of the command line and environment below the working directory, of the file below its folder. */
    Path path(Choice choice) {
        Path base = environment.workingDirectory();
        if (choice.origin() instanceof Origin.File file) {
            Path folder = file.position().file().toAbsolutePath().getParent();
            base = folder == null ? base : folder;
        }
        return base.resolve(expandHome(choice.text())).normalize();
    }

    private Path expandHome(String text) {
        return text.startsWith("~/") ? environment.home().resolve(text.substring(2)) : Path.of(text);
    }

    /** Notes what was decided. */
    void note(String name, String shown, Origin origin) {
        values.add(new Sourced(name, shown, origin));
    }

    /** Adds a problem that is about a setting. */
    void refuse(String message, @Nullable Origin origin, String fix) {
        var problem = Problem.of(ProblemCode.SETTINGS, message).fix(fix);
        problems.add(origin == null ? problem : placed(problem, origin));
    }
}
