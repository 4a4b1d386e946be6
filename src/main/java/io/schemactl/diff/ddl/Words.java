package io.schemactl.diff.ddl;

import io.schemactl.catalog.Options;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pieces of SQL text that several kinds share. */
final class Words {

    private Words() {}

    /** Names in double quotes, with commas between. */
    static String names(Collection<Identifier> names) {
        return names.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    }

    /** Storage parameters as {@code WITH} and {@code SET} take them, without parentheses. */
    static String parameters(Options options) {
        return options.values().entrySet().stream()
                .map(entry -> parameter(entry.getKey()) + "=" + Literal.of(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** {@code SET (…)} and {@code RESET (…)} that lead from some storage parameters to others; empty if nothing differs. */
    static List<String> parameterChanges(Options from, Options to) {
        var changes = new ArrayList<String>();
        Options set = difference(to, from);
        List<String> reset = from.values().keySet().stream()
                .filter(name -> !to.values().containsKey(name))
                .map(Words::parameter)
                .toList();
        if (!set.isEmpty()) {
            changes.add("SET (" + parameters(set) + ")");
        }
        if (!reset.isEmpty()) {
            changes.add("RESET (" + String.join(", ", reset) + ")");
        }
        return changes;
    }

    /** The {@code OPTIONS (…)} clause of a foreign object; empty if there are none. */
    static String foreignOptions(Options options) {
        return options.isEmpty()
                ? ""
                : options.values().entrySet().stream()
                        .map(entry -> foreignOption("", entry))
                        .collect(Collectors.joining(", ", " OPTIONS (", ")"));
    }

    /** The {@code OPTIONS (ADD …, SET …, DROP …)} clause that leads from some options to others; empty if nothing differs. */
    static String foreignOptionChanges(Options from, Options to) {
        var changes = new ArrayList<String>();
        from.values().keySet().stream()
                .filter(name -> !to.values().containsKey(name))
                .forEach(name -> changes.add("DROP " + new Identifier(name).quoted()));
        difference(to, from).values().entrySet().stream()
                .map(entry -> foreignOption(from.values().containsKey(entry.getKey()) ? "SET " : "ADD ", entry))
                .forEach(changes::add);
        return changes.isEmpty() ? "" : " OPTIONS (" + String.join(", ", changes) + ")";
    }

    private static Options difference(Options some, Options others) {
        return new Options(some.values().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(others.values().get(entry.getKey())))
                .collect(
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.TreeMap::new)));
    }

    private static String foreignOption(String verb, Map.Entry<String, String> entry) {
        return verb + new Identifier(entry.getKey()).quoted() + " " + Literal.of(entry.getValue());
    }

    /** A parameter's name; the dot of {@code toast.…} stays outside quotes. */
    private static String parameter(String name) {
        return List.of(name.split("\\.", 2)).stream()
                .map(part -> new Identifier(part).quoted())
                .collect(Collectors.joining("."));
    }
}
