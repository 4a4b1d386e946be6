package io.schemactl.diff.ddl;

import io.schemactl.catalog.Routine;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The text of aggregates; see <a href="https://www.postgresql.org/docs/current/sql-createaggregate.html">CREATE AGGREGATE</a>. */
final class AggregateDdl {

    /** The properties whose values are any texts. */
    private static final Set<String> TEXTS = Set.of("initcond", "minitcond");

    /** The properties that are there or not. */
    private static final Set<String> FLAGS = Set.of("finalfunc_extra", "mfinalfunc_extra", "hypothetical");

    private AggregateDdl() {}

    /** The arguments as commands name them. */
    static String arguments(Routine aggregate) {
        return aggregate.signature().isEmpty() ? "*" : aggregate.signature();
    }

    /** What follows the words {@code CREATE AGGREGATE}. */
    static String definition(Routine aggregate) {
        List<String> properties = new ArrayList<>();
        aggregate.aggregate().values().entrySet().stream()
                .filter(AggregateDdl::isSaid)
                .map(AggregateDdl::property)
                .forEach(properties::add);
        if (aggregate.traits().parallel() != Routine.Parallel.UNSAFE) {
            properties.add("PARALLEL = " + aggregate.traits().parallel().name().toLowerCase(Locale.ROOT));
        }
        return "%s(%s) (\n    %s\n)"
                .formatted(aggregate.name().quoted(), arguments(aggregate), String.join(",\n    ", properties));
    }

    private static boolean isSaid(Map.Entry<String, String> property) {
        return !FLAGS.contains(property.getKey()) || Boolean.parseBoolean(property.getValue());
    }

    private static String property(Map.Entry<String, String> property) {
        String name = property.getKey().toUpperCase(Locale.ROOT);
        if (FLAGS.contains(property.getKey())) {
            return name;
        }
        if (TEXTS.contains(property.getKey())) {
            return name + " = " + Literal.of(property.getValue());
        }
        boolean isOperator = property.getKey().equals("sortop");
        return name + " = " + (isOperator ? "OPERATOR(" + property.getValue() + ")" : property.getValue());
    }
}
