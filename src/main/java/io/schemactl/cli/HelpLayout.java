package io.schemactl.cli;

import io.schemactl.config.Setting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays out a command's help: its options under headings, most particular first. */
final class HelpLayout {

    /** What options are about. */
    private enum Topic {
        WHAT("What to do"),
        WHERE("Where"),
        TIME("Locks and time"),
        OUTPUT("Output");

        private final String heading;

        Topic(String heading) {
            this.heading = heading;
        }
    }

    private static final Set<String> OUTPUT_OPTIONS =
            Set.of("--format", "--color", "--quiet", "--verbose", "--no-progress", "--debug", "--help");

    private HelpLayout() {}

    static void apply(CommandLine line) {
        line.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, help -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
    }

    private static String options(Help help) {
        Map<Topic, List<OptionSpec>> byTopic = new EnumMap<>(Topic.class);
        help.commandSpec().options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> byTopic.computeIfAbsent(topic(option), topic -> new ArrayList<>())
                        .add(option));
        var text = new StringBuilder();
        byTopic.forEach((topic, options) -> {
            Help.Layout layout = help.createDefaultLayout(help.commandSpec().options(), List.of(), help.colorScheme());
            layout.addOptions(options, help.createDefaultParamLabelRenderer());
            text.append("%n%s:%n%s".formatted(topic.heading, layout));
        });
        return text.toString();
    }

    private static Topic topic(OptionSpec option) {
        if (option.longestName().equals(SettingOptions.PARAMETER)
                || option.longestName().equals("--parallel")) {
            return Topic.WHERE;
        }
        return Setting.findOption(option.longestName().substring(2))
                .map(HelpLayout::topic)
                .orElse(OUTPUT_OPTIONS.contains(option.longestName()) ? Topic.OUTPUT : Topic.WHAT);
    }

    private static Topic topic(Setting setting) {
        return switch (setting) {
            case LOCK_TIMEOUT, LOCK_RETRIES, LOCK_WAIT, STATEMENT_TIMEOUT -> Topic.TIME;
            case CONTEXT_FILTER, LABEL_FILTER, IGNORE, EXCLUDE, LINT_RULES, LINT_NAMES, FAIL_ON -> Topic.WHAT;
            case CONFIG,
                    TARGET,
                    CHANGELOG,
                    URL,
                    SEARCH_PATH,
                    DEFAULT_SCHEMA,
                    HISTORY_SCHEMA,
                    CLASS_PATH,
                    PASSWORD_COMMAND,
                    PROTECTED,
                    PARAMETERS,
                    SHADOW,
                    DATA_DIR -> Topic.WHERE;
        };
    }
}
