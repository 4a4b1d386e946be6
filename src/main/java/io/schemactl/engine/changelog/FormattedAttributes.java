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
import liquibase.parser.core.formattedsql.FormattedSqlChangeLogParser;
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

    private static final List<String> DIRECTIVES = List.of(
            "changeset",
            "comment",
            "ignoreLines",
            "precondition-sql-check",
            "precondition-table-exists",
            "precondition-view-exists",
            "preconditions",
            "property",
            "rollback",
            "validCheckSum");

    private static final Pattern DIRECTIVE = Pattern.compile("--([A-Za-z][\\w-]*)(?=[\\s:]).*");

    private static final List<String> RESULTS = List.of(
            AbstractFormattedChangeLogParser.WORD_RESULT_REGEX,
            AbstractFormattedChangeLogParser.SINGLE_QUOTE_RESULT_REGEX,
            AbstractFormattedChangeLogParser.DOUBLE_QUOTE_RESULT_REGEX);

    private static final FormattedSqlChangeLogParser LINES = new FormattedSqlChangeLogParser();

    private static final List<Pattern> ONE_DASH = List.of(
            LINES.ALT_COMMENT_ONE_CHARACTER_PATTERN,
            LINES.ALT_ROLLBACK_ONE_CHARACTER_PATTERN,
            LINES.ALT_PRECONDITIONS_ONE_CHARACTER_PATTERN,
            LINES.ALT_PRECONDITION_ONE_CHARACTER_PATTERN,
            LINES.ALT_VALID_CHECK_SUM_ONE_CHARACTER_PATTERN);

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

    /** A comment without a space may be a directive with a typing error; Liquibase takes it for a comment. */
    void directive(int number, String line) {
        Matcher matcher = DIRECTIVE.matcher(line);
        if (!matcher.matches() || DIRECTIVES.stream().anyMatch(matcher.group(1)::equalsIgnoreCase)) {
            return;
        }
        Suggestion.nearest(matcher.group(1), DIRECTIVES)
                .ifPresent(meant -> problems.warn(
                        new Position(file.path(), number, 1),
                        "`--%s` is a comment; did you mean `--%s`?".formatted(matcher.group(1), meant),
                        "write a space behind `--` if it is a comment"));
    }

    /** Whether a directive begins with one dash, which Liquibase refuses; says so. */
    boolean hasOneDash(int number, String line) {
        boolean one = !line.stripLeading().startsWith("--")
                && ONE_DASH.stream().anyMatch(pattern -> pattern.matcher(line).matches());
        if (one) {
            problems.error(
                    new Position(file.path(), number, 1), "a directive begins with two dashes", "write `--` before it");
        }
        return one;
    }

    /** Checks a line {@code --precondition-…}, if it is one. */
    void precondition(int number, String line) {
        Matcher matcher = LINES.PRECONDITION_PATTERN.matcher(line);
        if (!matcher.matches()) {
            return;
        }
        var position = new Position(file.path(), number, 1);
        String name = "precondition-" + matcher.group(1);
        String body = matcher.group(2).strip();
        if (!DIRECTIVES.contains(name)) {
            problems.error(position, Problems.unknownMessage("precondition", name, "", DIRECTIVES));
        } else if (name.equals("precondition-sql-check") && RESULTS.stream().noneMatch(body::matches)) {
            problems.error(
                    position,
                    "`--precondition-sql-check` needs what is expected, and a query",
                    "write `--precondition-sql-check expectedResult:0 select count(*) …`");
        }
    }
}
