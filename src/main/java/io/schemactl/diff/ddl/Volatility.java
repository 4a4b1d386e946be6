package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Routine;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether an expression may have another value in each row, as the planner sees it. */
final class Volatility {

    /** PostgreSQL's own functions whose result may differ from row to row. */
    private static final Set<String> OWN = Set.of(
            "array_sample",
            "array_shuffle",
            "clock_timestamp",
            "currval",
            "gen_random_uuid",
            "lastval",
            "nextval",
            "random",
            "random_normal",
            "set_config",
            "setval",
            "timeofday",
            "txid_current",
            "pg_current_xact_id",
            "uuidv4",
            "uuidv7");

    private static final String NAME = "(?:[\\w$]+|\"(?:[^\"]|\"\")+\")";

    /** A call; the parenthesis after a type, as in {@code ::numeric(10,2)}, is none. */
    private static final Pattern CALL = Pattern.compile("(?<![\\w$\".:])(" + NAME + "(?:\\." + NAME + ")?)\\(");

    private static final Pattern CONSTANT = Pattern.compile("'(?:[^']|'')*'");

    /** A body that the planner puts in the place of a call, if there is no call in it again. */
    private static final Pattern SIMPLE_BODY = Pattern.compile("(?is)\\s*(?:SELECT|RETURN)\\s([^;]*);?\\s*");

    /** What makes a query more than an expression. */
    private static final Pattern CLAUSE = Pattern.compile(
            "(?i)\\b(SELECT|FROM|WHERE|GROUP|HAVING|WINDOW|ORDER|LIMIT|OFFSET|FETCH|FOR|UNION|INTERSECT|EXCEPT|INTO|DISTINCT)\\b");

    private final Catalog catalog;

    Volatility(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether an expression, as PostgreSQL prints it, may have another value in each row. */
    boolean isVolatile(@Nullable String expression) {
        return expression != null
                && CALL.matcher(CONSTANT.matcher(expression).replaceAll("''"))
                        .results()
                        .map(call -> call.group(1))
                        .anyMatch(this::isVolatileFunction);
    }

    /** What is not in the catalog belongs to an extension, and may do anything; so may operators that are somebody's own. */
    private boolean isVolatileFunction(String name) {
        if (!name.contains(".")) {
            return OWN.contains(name) || name.equals("OPERATOR");
        }
        List<Routine> routines = catalog.all(Routine.class)
                .filter(routine -> ShellTypes.isNamed(name, routine.name()))
                .toList();
        return routines.isEmpty() || routines.stream().anyMatch(Volatility::staysVolatile);
    }

    /** A simple function in SQL is as volatile as its body, whatever it says itself. */
    private static boolean staysVolatile(Routine routine) {
        return routine.traits().volatility() == Routine.Volatility.VOLATILE && !isInlined(routine);
    }

    private static boolean isInlined(Routine routine) {
        if (!routine.language().equals("sql")
                || routine.body() == null
                || routine.traits().definer()
                || routine.traits().strict()
                || !routine.settings().isEmpty()
                || String.valueOf(routine.result()).matches("(?s)(SETOF |TABLE\\().*")) {
            return false;
        }
        var body = SIMPLE_BODY.matcher(CONSTANT.matcher(routine.body()).replaceAll("''"));
        return body.matches()
                && !CALL.matcher(body.group(1)).find()
                && !CLAUSE.matcher(body.group(1)).find();
    }
}
