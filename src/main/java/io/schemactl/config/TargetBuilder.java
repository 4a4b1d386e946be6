package io.schemactl.config;

import io.schemactl.config.SettingsFile.TargetEntry;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a target of what the file, the environment and the command line say about it. */
final class TargetBuilder {

    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(pass|pwd|secret|token|key|credential).*");

    /** Any of these says to libpq's programs where the database is. */
    private static final List<String> LIBPQ = List.of("PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE");

    private final Choices choices;
    private final SettingsRequest request;

    TargetBuilder(Choices choices, SettingsRequest request) {
        this.choices = choices;
        this.request = request;
    }

    /** Whether libpq's own variables say where the database is. */
    static Optional<Choice> findLibpqUrl(Environment environment) {
        return LIBPQ.stream()
                .filter(name -> environment.find(name).isPresent())
                .findFirst()
                .map(name -> new Choice("postgresql://", new Origin.Variable(name)));
    }

    /** A target; nothing if there were problems, which the choices have noted. */
    Optional<Target> build(String name, @Nullable TargetEntry entry) {
        Map<Setting, FileValue> written = entry == null ? Map.of() : entry.values();
        var changelog = find(name, Setting.CHANGELOG, written).map(choices::path);
        var searchPath = find(name, Setting.SEARCH_PATH, written).map(choices::path);
        var classPath = find(name, Setting.CLASS_PATH, written).map(choices::path);
        var url = url(name, written);
        String defaultSchema = text(name, Setting.DEFAULT_SCHEMA, written);
        String historySchema = text(name, Setting.HISTORY_SCHEMA, written);
        String contextFilter = text(name, Setting.CONTEXT_FILTER, written);
        String labelFilter = text(name, Setting.LABEL_FILTER, written);
        String passwordCommand = text(name, Setting.PASSWORD_COMMAND, written);
        boolean isProtected = find(name, Setting.PROTECTED, written)
                .flatMap(choice -> ValueCheck.findBoolean(choice.text()))
                .orElse(false);
        Map<String, String> parameters = parameters(name, entry);
        if (changelog.isEmpty() || url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Target(
                name,
                changelog.get(),
                searchPath.orElseGet(() -> folder(changelog.get())),
                url.get(),
                isProtected,
                defaultSchema,
                historySchema,
                contextFilter,
                labelFilter,
                parameters,
                classPath.orElse(null),
                passwordCommand));
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private @Nullable String text(String name, Setting setting, Map<Setting, FileValue> written) {
        return find(name, setting, written).map(Choice::text).orElse(null);
    }

    private Optional<Choice> find(String name, Setting setting, Map<Setting, FileValue> written) {
        var choice = choices.find(setting, written.get(setting));
        choice.ifPresent(chosen -> choices.note(noted(name, setting), shown(setting, chosen), chosen.origin()));
        return choice;
    }

    private static String noted(String name, Setting setting) {
        return "targets.%s.%s".formatted(name, setting.key());
    }

    private String shown(Setting setting, Choice choice) {
        return switch (setting.kind()) {
            case URL -> UrlMask.mask(choice.text());
            case PATH -> choices.path(choice).toString();
            case COMMAND -> choice.text().strip().split("\\s", 2)[0] + " …";
            case TEXT, DURATION, COUNT, BOOLEAN, MAP -> choice.text();
        };
    }

    private Map<String, String> parameters(String name, @Nullable TargetEntry entry) {
        Map<String, Choice> chosen = new HashMap<>();
        if (entry != null) {
            entry.parameters()
                    .forEach((key, value) -> choices.expand(value).ifPresent(choice -> chosen.put(key, choice)));
        }
        request.parameters().forEach((key, value) -> chosen.put(key, new Choice(value, new Origin.Option("-D" + key))));
        Map<String, String> parameters = new HashMap<>();
        chosen.keySet().stream().sorted().forEach(key -> {
            Choice choice = Objects.requireNonNull(chosen.get(key));
            String shown = SECRET_NAME.matcher(key).matches() ? Secret.MASK : choice.text();
            choices.note(noted(name, Setting.PARAMETERS) + "." + key, shown, choice.origin());
            parameters.put(key, choice.text());
        });
        return parameters;
    }

    /** The URL; for an offline request also one that cannot be used. */
    private Optional<TargetUrl> url(String name, Map<Setting, FileValue> written) {
        FileValue inFile = written.get(Setting.URL);
        int before = choices.problems().size();
        var chosen = choices.find(Setting.URL, inFile).or(() -> inFile == null ? libpq() : Optional.empty());
        if (chosen.isPresent()) {
            var url = TargetUrl.of(chosen.get().text().strip(), chosen.get().origin());
            choices.note(noted(name, Setting.URL), url.masked(), url.origin());
            return refusedInPipeline(name, url, inFile).map(this::refused).orElse(Optional.of(url));
        }
        if (choices.problems().size() == before) {
            return refused(Problem.of(ProblemCode.SETTINGS, "target `%s` has no url".formatted(name))
                    .fix("pass --url, set SCHEMACTL_URL, or add `url:` to the target"));
        }
        Problem problem = choices.problems().remove(before).about("target " + name);
        return refused(problem);
    }

    private Optional<Choice> libpq() {
        return findLibpqUrl(choices.environment());
    }

    private Optional<TargetUrl> refused(Problem problem) {
        if (request.isOffline()) {
            return Optional.of(new TargetUrl(null, new Origin.Default(), problem));
        }
        choices.problems().add(problem);
        return Optional.empty();
    }

    private Optional<Problem> refusedInPipeline(String name, TargetUrl url, @Nullable FileValue inFile) {
        boolean isNamed = url.origin() instanceof Origin.Option;
        if (!url.isEmbedded() || isNamed || !choices.environment().isPipeline()) {
            return Optional.empty();
        }
        String variable = variable(url.origin(), inFile);
        var problem = Problem.of(
                        ProblemCode.EMBEDDED_IN_CI,
                        "CI is set, and the url of target `%s` is the embedded server (%s): a pipeline would test nothing"
                                .formatted(name, url.origin()))
                .about("target " + name)
                .fix("set %s to the database's URL, or pass --url %s if the embedded server is meant"
                        .formatted(variable, url.masked()));
        return Optional.of(url.origin() instanceof Origin.File file ? problem.at(file.position()) : problem);
    }

    private String variable(Origin origin, @Nullable FileValue inFile) {
        if (origin instanceof Origin.Variable named) {
            return named.name();
        }
        return Stream.ofNullable(inFile)
                .flatMap(value -> Interpolation.expand(value, choices.environment()).mentioned().stream())
                .findFirst()
                .orElse(Setting.URL.variable());
    }
}
