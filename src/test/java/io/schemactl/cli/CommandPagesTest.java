package io.schemactl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.config.Environment;
import io.schemactl.config.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Compares the commands with their pages, and with their own help. */
final class CommandPagesTest {

    private static final Path PAGES = Path.of("docs/commands");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern KEY = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    static Stream<String> commands() {
        // An alias is the same command, on the same page.
        return program().getSubcommands().values().stream()
                .map(CommandLine::getCommandName)
                .distinct()
                .filter(name -> !name.equals("help"));
    }

    @Test
    void everyPageHasACommand() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            Set<String> expected = commands().map(name -> name + ".md").collect(Collectors.toSet());
            Set<String> present = pages.map(page -> "" + page.getFileName()).collect(Collectors.toSet());
            assertEquals(expected, present);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void thePageNamesTheOptionsThatHelpShows(String command) throws IOException {
        String page = Files.readString(PAGES.resolve(command + ".md"));
        Set<String> missing = new TreeSet<>();
        for (OptionSpec option : options(command)) {
            boolean isCommon = Setting.findOption(option.longestName().substring(2))
                            .filter(setting -> setting.place() != Setting.Place.SETTINGS || setting == Setting.DATA_DIR)
                            .isPresent()
                    || Set.of(
                                    "--parallel",
                                    "--color",
                                    "--quiet",
                                    "--verbose",
                                    "--no-progress",
                                    "--debug",
                                    "--help",
                                    "-D")
                            .contains(option.longestName());
            if (!option.hidden() && !isCommon && !page.contains("`" + option.longestName())) {
                missing.add(option.longestName());
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(page.contains("(../options.md)"), "no link to the options of all commands");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void thePageNamesNoOtherOptions(String command) throws IOException {
        Set<String> known = program().getSubcommands().values().stream()
                .flatMap(line -> line.getCommandSpec().options().stream())
                .flatMap(option -> Stream.of(option.names()))
                .collect(Collectors.toSet());
        Set<String> unknown = named(Files.readString(PAGES.resolve(command + ".md")));
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void theOptionsOfAllCommandsAreExplained() throws IOException {
        Set<String> own = shown("status");
        commands().forEach(command -> own.retainAll(shown(command)));
        own.removeAll(named(Files.readString(Path.of("docs/options.md"))));
        own.remove("-D");
        assertEquals(Set.of(), own);
    }

    @Test
    void everySettingIsExplained() throws IOException {
        TreeSet<String> explained = KEY.matcher(Files.readString(Path.of("docs/settings.md")))
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> keys = Stream.of(Setting.values())
                .filter(setting -> setting != Setting.CONFIG)
                .map(Setting::key)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(keys, explained);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theExamplesOfHelpCanBeTyped(String command) {
        String[] footer = spec(command).usageMessage().footer();
        List<String> examples = Stream.of(footer)
                .filter(text -> text.startsWith("  schemactl "))
                .toList();
        assertTrue(!examples.isEmpty(), "no example");
        for (String example : examples) {
            String bare = example.strip().replaceFirst("\\s+[#>].*", "");
            List<String> words = Words.of(bare, Map.of());
            program().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        }
    }

    private static Set<String> shown(String command) {
        return options(command).stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<OptionSpec> options(String command) {
        return spec(command).options();
    }

    private static CommandSpec spec(String command) {
        return Objects.requireNonNull(program().getSubcommands().get(command)).getCommandSpec();
    }

    private static Set<String> named(String page) {
        return OPTION.matcher(page)
                .results()
                .map(option -> option.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static CommandLine program() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var environment = new Environment(
                Map.of(), Path.of("").toAbsolutePath(), Path.of("").toAbsolutePath());
        return new Program(Shell.of(nowhere, nowhere, false, environment, "0.0.0")).commandLine();
    }
}
