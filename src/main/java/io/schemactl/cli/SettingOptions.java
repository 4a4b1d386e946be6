package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.config.SettingsRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that settings have; all they say is derived from {@link Setting}. */
final class SettingOptions {

    static final String PARAMETER = "-D";

    private SettingOptions() {}

    /**
     * Gives a command an option for each setting that has one.
     *
     * @param matters whether the setting makes a difference for this command; otherwise help does not show its option
     */
    static void addTo(CommandSpec command, Predicate<Setting> matters) {
        for (Setting setting : Setting.values()) {
            if (setting.isGivenOutside()) {
                command.addOption(option(setting, !matters.test(setting)));
            }
        }
        command.addOption(OptionSpec.builder(PARAMETER)
                .paramLabel("NAME=VALUE")
                .type(Map.class)
                .auxiliaryTypes(String.class, String.class)
                .description("a changelog parameter, put in where a changelog names it")
                .build());
    }

    private static OptionSpec option(Setting setting, boolean isHidden) {
        String name = "--" + setting.option();
        var option = setting == Setting.TARGET
                ? OptionSpec.builder("-t", name).type(List.class).auxiliaryTypes(String.class)
                : OptionSpec.builder(name).type(String.class);
        String byDefault =
                setting.defaultValue().map(value -> "; default " + value).orElse("");
        return option.paramLabel(label(setting))
                .hidden(isHidden)
                .description(description(setting) + " [" + setting.variable() + byDefault + "]")
                .build();
    }

    private static String description(Setting setting) {
        // The others are described in the words of the settings file, which are the same here.
        if (setting == Setting.TARGET) {
            return "the targets to work on: names, comma lists, globs, or all";
        }
        return setting == Setting.CHANGELOG ? "the root changelog" : setting.description();
    }

    private static String label(Setting setting) {
        return switch (setting.kind()) {
            case TEXT -> setting == Setting.TARGET ? "NAME" : "TEXT";
            case PATH -> "PATH";
            case URL -> "URL";
            case COMMAND -> "COMMAND";
            case DURATION -> "TIME";
            case COUNT -> "N";
            case BOOLEAN -> "true|false";
            case MAP -> "NAME=VALUE";
        };
    }

    /** What a command line says about settings. */
    static SettingsRequest request(ParseResult parsed) {
        Map<String, String> options = new HashMap<>();
        for (Setting setting : Setting.values()) {
            boolean isOwn = switch (setting) {
                case CONFIG, TARGET, URL, CHANGELOG -> true;
                default -> false;
            };
            if (setting.isGivenOutside() && !isOwn) {
                text(parsed, setting).ifPresent(value -> options.put(setting.option(), value));
            }
        }
        return new SettingsRequest(
                        path(parsed, Setting.CONFIG),
                        parsed.matchedOptionValue("--" + Setting.TARGET.option(), List.<String>of()),
                        text(parsed, Setting.URL).orElse(null),
                        path(parsed, Setting.CHANGELOG),
                        options)
                .withParameters(parsed.matchedOptionValue(PARAMETER, Map.of()));
    }

    private static Optional<String> text(ParseResult parsed, Setting setting) {
        return Optional.ofNullable(parsed.matchedOptionValue("--" + setting.option(), (String) null));
    }

    private static @Nullable Path path(ParseResult parsed, Setting setting) {
        return text(parsed, setting).map(Path::of).orElse(null);
    }
}
