package io.schemactl.config;

import io.schemactl.config.SettingsFile.TargetEntry;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Entry;
import io.schemactl.yaml.YamlNode.Mapping;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a schemactl.yaml and reports everything that is wrong with it at once. */
final class SettingsFileReader {

    private static final String TARGETS = "targets";
    private static final String SETTINGS = "settings";
    private static final Pattern TARGET_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();

    private SettingsFileReader(Path file) {
        this.file = file;
    }

    /**
     * The file's content.
     *
     * @throws ProblemException with every problem of the file
     */
    static SettingsFile read(Path file) {
        return new SettingsFileReader(file).readAll();
    }

    private SettingsFile readAll() {
        Optional<YamlNode> root = new YamlReader(ProblemCode.SETTINGS).read(file);
        var content = root.flatMap(node -> mapping(node, "the file")).map(this::content);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
        return content.orElseGet(() -> new SettingsFile(file, null, Map.of(), Map.of()));
    }

    private SettingsFile content(Mapping root) {
        FileValue defaultTarget = null;
        Map<String, TargetEntry> targets = new LinkedHashMap<>();
        Map<Setting, FileValue> settings = new LinkedHashMap<>();
        for (Entry entry : root.entries()) {
            switch (entry.key().text()) {
                case TARGETS -> mapping(entry.value(), "`targets`").ifPresent(node -> targets(node, targets));
                case SETTINGS ->
                    mapping(entry.value(), "`settings`")
                            .ifPresent(node -> settings.putAll(values(node, Setting.ofSettings(), SETTINGS)));
                default -> {
                    if (entry.key().text().equals(Setting.TARGET.key())) {
                        defaultTarget = value(Setting.TARGET, entry);
                    } else {
                        unknown(entry, List.of(Setting.TARGET.key(), TARGETS, SETTINGS), "at the top of the file");
                    }
                }
            }
        }
        return new SettingsFile(file, defaultTarget, targets, settings);
    }

    private void targets(Mapping node, Map<String, TargetEntry> targets) {
        for (Entry entry : node.entries()) {
            String name = entry.key().text();
            if (!TARGET_NAME.matcher(name).matches() || name.equals(TargetSelection.ALL)) {
                problems.add(problem("`%s` cannot be the name of a target".formatted(name), entry.key())
                        .fix("use letters, digits, `-`, `_` and `.`; `all` means every target"));
            }
            mapping(entry.value(), "target `%s`".formatted(name))
                    .ifPresent(body -> targets.put(name, target(entry.key(), body)));
        }
    }

    private TargetEntry target(Scalar key, Mapping body) {
        Map<Setting, FileValue> values = values(body, Setting.ofTarget(), "a target");
        if (body.find(Setting.CHANGELOG.key()).isEmpty()) {
            problems.add(Problem.of(ProblemCode.SETTINGS, "target `%s` has no `changelog`".formatted(key.text()))
                    .at(key.position())
                    .fix("add `changelog: path/of/the/root/changelog.yaml`"));
        }
        Map<String, FileValue> parameters = new LinkedHashMap<>();
        body.find(Setting.PARAMETERS.key())
                .flatMap(node -> mapping(node, "`parameters`"))
                .ifPresent(node -> node.entries()
                        .forEach(entry -> scalar(entry)
                                .ifPresent(value -> parameters.put(entry.key().text(), value))));
        return new TargetEntry(new FileValue(key.text(), key.position()), values, parameters);
    }

    private Map<Setting, FileValue> values(Mapping node, List<Setting> allowed, String where) {
        Map<Setting, FileValue> values = new LinkedHashMap<>();
        for (Entry entry : node.entries()) {
            var setting = allowed.stream()
                    .filter(candidate -> candidate.key().equals(entry.key().text()))
                    .findFirst();
            if (setting.isEmpty()) {
                String place = where.equals(SETTINGS) ? "under `settings`" : "in " + where;
                unknown(entry, allowed.stream().map(Setting::key).toList(), place);
            } else if (setting.get().kind() != Setting.Kind.MAP) {
                FileValue value = value(setting.get(), entry);
                if (value != null) {
                    values.put(setting.get(), value);
                }
            }
        }
        return values;
    }

    private @Nullable FileValue value(Setting setting, Entry entry) {
        var value = scalar(entry);
        if (value.isPresent() && !Interpolation.isNeeded(value.get().text())) {
            ValueCheck.problem(setting, value.get().text())
                    .ifPresent(problem -> problems.add(problem.at(value.get().position())));
        }
        return value.orElse(null);
    }

    private Optional<FileValue> scalar(Entry entry) {
        if (!(entry.value() instanceof Scalar scalar)) {
            problems.add(Problem.of(
                            ProblemCode.SETTINGS,
                            "`%s` wants a single value, not a %s"
                                    .formatted(entry.key().text(), kind(entry.value())))
                    .at(entry.value().position()));
            return Optional.empty();
        }
        if (scalar.isNull()) {
            problems.add(Problem.of(
                            ProblemCode.SETTINGS,
                            "`%s` has no value".formatted(entry.key().text()))
                    .at(entry.key().position())
                    .fix("give it a value, or take the line out"));
            return Optional.empty();
        }
        var value = new FileValue(scalar.text(), scalar.position());
        problems.addAll(Interpolation.expand(value, Environment.EMPTY).broken());
        return Optional.of(value);
    }

    /** An empty section counts as one without entries, as people leave it when they comment its lines out. */
    private Optional<Mapping> mapping(YamlNode node, String what) {
        if (node instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        if (!(node instanceof Scalar scalar) || !scalar.isNull()) {
            problems.add(problem("%s wants keys and values, not a %s".formatted(what, kind(node)), node));
        }
        return Optional.empty();
    }

    private void unknown(Entry entry, List<String> known, String where) {
        String key = entry.key().text();
        String hint = Suggestion.hint(key, known);
        String home = hint.isEmpty() ? home(key) : "";
        var problem = Problem.of(ProblemCode.SETTINGS, "unknown key `%s` %s%s%s".formatted(key, where, hint, home))
                .at(entry.key().position());
        problems.add(
                hint.isEmpty() && home.isEmpty() ? problem.fix("known here: " + String.join(", ", known)) : problem);
    }

    /** Where a key belongs that is right in another place. */
    private static String home(String key) {
        if (Stream.of(TARGETS, SETTINGS, Setting.TARGET.key()).anyMatch(key::equals)) {
            return "; it belongs at the top of the file";
        }
        if (Setting.ofSettings().stream().anyMatch(setting -> setting.key().equals(key))) {
            return "; it belongs under `settings`";
        }
        boolean ofTarget =
                Setting.ofTarget().stream().anyMatch(setting -> setting.key().equals(key));
        return ofTarget ? "; it belongs under a target's name" : "";
    }

    private static Problem problem(String message, YamlNode node) {
        return Problem.of(ProblemCode.SETTINGS, message).at(node.position());
    }

    private static String kind(YamlNode node) {
        if (node instanceof Mapping) {
            return "mapping";
        }
        return node instanceof Scalar ? "single value" : "list";
    }
}
