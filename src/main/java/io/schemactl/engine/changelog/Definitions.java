package io.schemactl.engine.changelog;

import io.schemactl.problem.Suggestion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.parser.ChangeLogParserConfiguration;

/** What {@code ${…}} stands for, as Liquibase finds it: fixed values, then global properties, then the file's own. */
final class Definitions {

    /**
     * A parameter with a name that somebody could have meant as one. A second dollar sign before it is a dollar quote:
     * {@code $${"a": 1}$$}.
     */
    private static final Pattern PARAMETER = Pattern.compile("(?<!\\$)\\$\\{\\s*(:?[\\p{L}_][\\w.\\-]*)\\s*}");

    /** What Liquibase defines itself, from the database and per change set; it has no list that can be asked. */
    private static final List<String> BUILT_IN = List.of(
            "database.autoIncrementClause",
            "database.currentDateTimeFunction",
            "database.databaseChangeLogLockTableName",
            "database.databaseChangeLogTableName",
            "database.databaseMajorVersion",
            "database.databaseMinorVersion",
            "database.databaseProductName",
            "database.databaseProductVersion",
            "database.defaultCatalogName",
            "database.defaultSchemaName",
            "database.defaultSchemaNamePrefix",
            "database.isSafeToRunUpdate",
            "database.lineComment",
            "database.liquibaseSchemaName",
            "database.requiresPassword",
            "database.requiresUsername",
            "database.supportsForeignKeyDisable",
            "database.supportsInitiallyDeferrableColumns",
            "database.supportsNotNullConstraintNames",
            "database.supportsRestrictForeignKeys",
            "database.supportsSchemas",
            "database.supportsSequences",
            "database.supportsTablespaces",
            "database.typeName",
            "LIQUIBASE_EXECUTION_CHANGELOG_FILE",
            "LIQUIBASE_EXECUTION_CHANGESET_AUTHOR",
            "LIQUIBASE_EXECUTION_CHANGESET_ID",
            "LIQUIBASE_EXECUTION_DEPLOYMENT_ID");

    private final Map<String, String> fixed = new HashMap<>();
    private final Map<String, String> globals = new HashMap<>();
    private final Deque<Map<String, String>> locals = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>(BUILT_IN);
    private final Set<String> foldedNames = new HashSet<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Problems problems;
    private final boolean escaping = ChangeLogParserConfiguration.SUPPORT_PROPERTY_ESCAPING.getCurrentValue();

    Definitions(Map<String, String> parameters, Problems problems) {
        this.problems = problems;
        System.getenv().forEach((name, value) -> fixed.putIfAbsent(fold(name), value));
        System.getProperties().forEach((name, value) -> fixed.putIfAbsent(fold("" + name), "" + value));
        parameters.forEach((name, value) -> fixed.putIfAbsent(fold(name), value));
        names.addAll(parameters.keySet());
        fixed.putIfAbsent(fold("database.typeName"), "postgresql");
        BUILT_IN.forEach(name -> foldedNames.add(fold(name)));
    }

    /** Begins a file, whose own properties end with it. */
    void enter() {
        locals.push(new HashMap<>());
    }

    void leave() {
        locals.pop();
    }

    /** Defines a property; the first definition counts, and one for some contexts counts as defined. */
    void define(String name, String value, boolean global) {
        names.add(name);
        foldedNames.add(fold(name));
        (global ? globals : locals.getFirst()).putIfAbsent(fold(name), value);
    }

    /** Reports every parameter in an element, and below it, that nothing defines. */
    void check(Element element) {
        element.values().forEach(value -> check(value.source()));
        element.children().stream()
                .filter(child -> !OwnKeys.isOwn(child.name()))
                .forEach(this::check);
    }

    /** Reports parameters of a property's value; those may be defined later than the property. */
    void checkLater(Element.Value value) {
        var known = Set.copyOf(locals.getFirst().keySet());
        later.add(() -> check(value.source(), name -> known.contains(name) || foldedNames.contains(name)));
    }

    /** Reports the parameters of properties' values that nothing defines anywhere. */
    void finish() {
        later.forEach(Runnable::run);
    }

    /** Reports every parameter in a text that nothing defines. */
    void check(SourceText text) {
        check(text, name -> false);
    }

    private void check(SourceText text, Predicate<String> alsoDefined) {
        if (!text.text().contains("${")) {
            return;
        }
        Matcher matcher = PARAMETER.matcher(text.text());
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean escaped = name.startsWith(":");
            if (escaped && !escaping) {
                problems.error(
                        text.at(matcher.start()),
                        "`%s` is not an escape here and would stay as it is".formatted(matcher.group()),
                        "set LIQUIBASE_SUPPORT_PROPERTY_ESCAPING=true");
            } else if (!escaped && find(name).isEmpty() && !alsoDefined.test(fold(name)) && !isBuiltIn(name)) {
                problems.error(
                        text.at(matcher.start()),
                        "`%s` is not defined%s".formatted(matcher.group(), Suggestion.hint(name, names)),
                        "define it with `property`, or pass it as a parameter");
            }
        }
    }

    /** The text with its parameters replaced, or nothing if one of them is not known before the database is. */
    Optional<String> expand(String text) {
        String expanded = text;
        for (int depth = 0; depth < 10 && expanded.contains("${"); depth++) {
            expanded = PARAMETER
                    .matcher(expanded)
                    .replaceAll(match ->
                            Matcher.quoteReplacement(find(match.group(1)).orElse(match.group())));
        }
        return expanded.contains("${") ? Optional.empty() : Optional.of(expanded);
    }

    private Optional<String> find(String name) {
        String key = fold(name);
        if (fixed.containsKey(key)) {
            return Optional.ofNullable(fixed.get(key));
        }
        if (globals.containsKey(key)) {
            return Optional.ofNullable(globals.get(key));
        }
        return locals.stream()
                .filter(scope -> scope.containsKey(key))
                .findFirst()
                .map(scope -> scope.get(key));
    }

    private static boolean isBuiltIn(String name) {
        return BUILT_IN.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
