package io.schemactl.config;

import io.schemactl.config.SettingsFile.TargetEntry;
import io.schemactl.problem.Suggestion;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides which targets of the file are meant. */
final class TargetSelection {

    /** The word for every target. */
    static final String ALL = "all";

    private final Map<String, TargetEntry> targets;
    private final Choices choices;

    TargetSelection(Map<String, TargetEntry> targets, Choices choices) {
        this.targets = targets;
        this.choices = choices;
    }

    /** The targets that a text with names, globs and commas means, each once, in the order named. */
    List<TargetEntry> select(Choice named) {
        Set<String> names = new LinkedHashSet<>();
        for (String pattern : named.text().split(",", -1)) {
            names.addAll(matching(pattern.strip(), named.origin()));
        }
        return names.stream()
                .flatMap(name -> Stream.ofNullable(targets.get(name)))
                .toList();
    }

    /** The target that is meant when none is named and the file names no default: the only one. */
    Optional<TargetEntry> findOnly() {
        return targets.size() == 1 ? targets.values().stream().findFirst() : Optional.empty();
    }

    private Collection<String> matching(String pattern, Origin origin) {
        if (pattern.equals(ALL)) {
            return targets.keySet();
        }
        if (targets.containsKey(pattern)) {
            return List.of(pattern);
        }
        boolean isGlob = pattern.contains("*") || pattern.contains("?");
        Pattern glob = glob(pattern);
        var found = targets.keySet().stream()
                .filter(name -> isGlob && glob.matcher(name).matches())
                .toList();
        if (found.isEmpty()) {
            String known = targets.isEmpty() ? "there are none" : String.join(", ", targets.keySet());
            String message = isGlob ? "no target matches `%s`" : "unknown target `%s`";
            choices.refuse(
                    message.formatted(pattern) + (isGlob ? "" : Suggestion.hint(pattern, targets.keySet())),
                    origin,
                    "known targets: " + known);
        }
        return found;
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(pattern.chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining()));
    }
}
