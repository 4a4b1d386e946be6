package io.schemactl.diff.ddl;

import io.schemactl.catalog.Options;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.List;

/** The {@code OPTIONS} clauses of foreign-data wrappers, and of what belongs to them. */
final class ForeignOptions {

    private ForeignOptions() {}

    /** The clause of a {@code CREATE} command with a space before; nothing if there are no options. */
    static String creating(Options options) {
        return clause(options.values().entrySet().stream()
                .map(option -> option(option.getKey(), option.getValue()))
                .toList());
    }

    /** The clause of an {@code ALTER} command with a space before; nothing if the options are the same. */
    static String altering(Options from, Options to) {
        var changes = new ArrayList<String>();
        from.values().keySet().stream()
                .filter(name -> !to.values().containsKey(name))
                .forEach(name -> changes.add("DROP " + new Identifier(name).quoted()));
        to.values().forEach((name, value) -> {
            String before = from.values().get(name);
            if (before == null) {
                changes.add("ADD " + option(name, value));
            } else if (!before.equals(value)) {
                changes.add("SET " + option(name, value));
            }
        });
        return clause(changes);
    }

    private static String option(String name, String value) {
        return new Identifier(name).quoted() + " " + Literal.of(value);
    }

    private static String clause(List<String> options) {
        return options.isEmpty() ? "" : " OPTIONS (" + String.join(", ", options) + ")";
    }
}
