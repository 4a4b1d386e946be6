package io.schemactl.lint.rules;

import io.schemactl.lint.Linter;
import io.schemactl.lint.NamePatterns;
import io.schemactl.lint.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules. */
public final class Rules {

    private static final List<Rule> ALL = Stream.of(UseRules.ALL, SchemaRules.ALL, ChangelogRules.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Rule::id))
            .toList();

    private Rules() {}

    /** All rules, by name. */
    public static List<Rule> all() {
        return ALL;
    }

    /** All rules, by name, where names have to match patterns. */
    public static List<Rule> with(NamePatterns names) {
        return ALL.stream()
                .map(rule -> rule instanceof UnclearName ? new UnclearName(names) : rule)
                .toList();
    }

    /** The ids of all rules, those about suppressions too. */
    public static List<String> ids() {
        return Stream.concat(
                        ALL.stream().map(Rule::id),
                        Stream.of(Linter.UNUSED_SUPPRESSION, Linter.UNEXPLAINED_SUPPRESSION))
                .sorted()
                .toList();
    }
}
