package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import io.schemactl.problem.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.parser.AbstractFormattedChangeLogParser;
import liquibase.precondition.core.PreconditionContainer.ErrorOption;
import liquibase.precondition.core.PreconditionContainer.FailOption;
import liquibase.precondition.core.PreconditionContainer.OnSqlOutputOption;

/** Checks the attributes of the lines {@code --changeset} and {@code --preconditions}. */
final class FormattedAttributes {

    /** Attributes of a {@code --changeset} line; the parser has a pattern for each, but no list. */
    private static final Set<String> ATTRIBUTES = new TreeSet<>(List.of(
            AbstractFormattedChangeLogParser.CONTEXT,
            AbstractFormattedChangeLogParser.CONTEXT_FILTER,
            AbstractFormattedChangeLogParser.DBMS,
            AbstractFormattedChangeLogParser.END_DELIMITER,
            AbstractFormattedChangeLogParser.IGNORE,
            AbstractFormattedChangeLogParser.LABELS,
            AbstractFormattedChangeLogParser.LOGICAL_FILE_PATH,
            AbstractFormattedChangeLogParser.ROLLBACK_END_DELIMITER,
            AbstractFormattedChangeLogParser.RUN_WITH,
            AbstractFormattedChangeLogParser.RUN_WITH_SPOOL_FILE,
            AbstractFormattedChangeLogParser.SPLIT_STATEMENTS,
            AbstractFormattedChangeLogParser.STRIP_COMMENTS,
            "failOnError",
            "rollbackSplitStatements",
            "runAlways",
            "runInTransaction",
            "runOnChange"));

    private static final Set<String> BOOLEANS = Set.of(
            "ignore",
            "splitstatements",
            "stripcomments",
            "failonerror",
            "rollbacksplitstatements",
            "runalways",
            "runintransaction",
            "runonchange");

    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+):(\"[^\"]*\"|\\S*)|(\\S+)");

    private static final Pattern PRECONDITIONS =
            Pattern.compile("\\s*--\\s*preconditions\\b", Pattern.CASE_INSENSITIVE);

    private static final Map<String, List<String>> OPTIONS = Map.of(
            "onfail", Values.names(FailOption.class),
            "onerror", Values.names(ErrorOption.class),
            "onsqloutput", Values.names(OnSqlOutputOption.class),
            "onupdatesql", Values.names(OnSqlOutputOption.class));

    private final SourceFile file;
    private final Problems problems;

    FormattedAttributes(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Checks what follows author and id. */
    void changeSet(int number, String line, int from) {
        Matcher matcher = ATTRIBUTE.matcher(line);
        for (int at = from; matcher.find(at); at = matcher.end()) {
            var position = new Position(file.path(), number, matcher.start() + 1);
            String name = matcher.group(1);
            if (name == null) {
                stray(position, matcher.group());
            } else if (ATTRIBUTES.stream().noneMatch(name::equalsIgnoreCase)) {
                problems.error(position, Problems.unknownMessage("attribute", name, "--changeset", ATTRIBUTES));
            } else if (BOOLEANS.contains(name.toLowerCase(Locale.ROOT))) {
                bool(position, name, matcher.group(2));
            }
            if (AbstractFormattedChangeLogParser.RUN_WITH_SPOOL_FILE.equalsIgnoreCase(name)) {
                return;
            }
        }
    }

    /** Checks the options of a line {@code --preconditions}, if it is one. */
    void preconditions(int number, String line) {
        Matcher begin = PRECONDITIONS.matcher(line);
        if (!begin.lookingAt()) {
            return;
        }
        Matcher matcher = ATTRIBUTE.matcher(line);
        for (int at = begin.end(); matcher.find(at); at = matcher.end()) {
            var position = new Position(file.path(), number, matcher.start() + 1);
            String name = matcher.group(1);
            if (name == null) {
                stray(position, matcher.group());
                continue;
            }
            var known = OPTIONS.get(name.toLowerCase(Locale.ROOT));
            if (known == null) {
                var names = List.of("onFail", "onError", "onSqlOutput", "onUpdateSQL");
                problems.error(position, Problems.unknownMessage("attribute", name, "--preconditions", names));
            } else if (known.stream().noneMatch(matcher.group(2)::equalsIgnoreCase)) {
                problems.error(
                        position,
                        "unknown value `%s` of `%s`%s"
                                .formatted(matcher.group(2), name, Suggestion.hint(matcher.group(2), known)));
            }
        }
    }

    private void stray(Position position, String word) {
        problems.error(
                position,
                "`%s` is not an attribute".formatted(word),
                "write attributes as `name:value`, and values with spaces in double quotes");
    }

    private void bool(Position position, String name, String value) {
        boolean fits = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false") || value.contains("${");
        if (!fits) {
            problems.error(position, "`%s` wants true or false, not `%s`".formatted(name, value));
        }
    }
}
