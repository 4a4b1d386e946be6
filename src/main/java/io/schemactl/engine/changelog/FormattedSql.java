package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.parser.AbstractFormattedChangeLogParser;
import liquibase.parser.core.formattedsql.FormattedSqlChangeLogParser;
import liquibase.util.StringUtil;
import org.jspecify.annotations.Nullable;

/** Reads changelogs in SQL: formatted ones, and plain files, each of which is one change set. */
final class FormattedSql {

    /** Liquibase's own patterns say what a line is. */
    private static final FormattedSqlChangeLogParser LINES = new FormattedSqlChangeLogParser();

    private final Definitions definitions;
    private final Problems problems;

    FormattedSql(Definitions definitions, Problems problems) {
        this.definitions = definitions;
        this.problems = problems;
    }

    /** The logical file path that a formatted file's first line gives, if it does. */
    static @Nullable String logicalFilePath(SourceFile file) {
        if (!isFormatted(file)) {
            return null;
        }
        for (int i = 1; i <= file.lines(); i++) {
            if (LINES.FIRST_LINE_PATTERN.matcher(file.line(i)).matches()) {
                return group(AbstractFormattedChangeLogParser.LOGICAL_FILE_PATH_PATTERN, file.line(i));
            }
        }
        return null;
    }

    private static boolean isFormatted(SourceFile file) {
        String first =
                file.text().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return LINES.FIRST_LINE_PATTERN.matcher(first).matches();
    }

    private static @Nullable String group(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() && !matcher.group(1).isEmpty() ? matcher.group(1) : null;
    }

    /** Reads a file's change sets into a changelog. */
    Changelog read(SourceFile file, Changelog changelog) {
        if (file.text().isBlank()) {
            problems.error(file.position(0), "the file is empty");
            return changelog;
        }
        if (isFormatted(file)) {
            return new Reading(file, changelog).read();
        }
        var text = new SourceText(file.text(), file, 0);
        var change = new ChangeSource("sql", text.start(), text);
        var source = new ChangeSetSource(
                "raw",
                "includeAll",
                changelog.file().name(),
                file.path(),
                text.start(),
                List.of(change),
                null,
                List.of(),
                null,
                changelog.story());
        changelog.changeSets().add(new OrderedChangeSet(source, true, null));
        return changelog;
    }

    /** One pass through one file. */
    private final class Reading {
        private final SourceFile file;
        private final Changelog changelog;
        private final FormattedAttributes attributes;
        private final List<Integer> sqlLines = new ArrayList<>();
        private @Nullable Matcher header;
        private int headerLine;
        private @Nullable Position rollback;

        Reading(SourceFile file, Changelog changelog) {
            this.file = file;
            this.changelog = changelog;
            this.attributes = new FormattedAttributes(file, problems);
        }

        Changelog read() {
            int line = 1;
            while (line <= file.lines()) {
                line = line(line, file.line(line)) + 1;
            }
            finish(file.lines());
            return changelog;
        }

        /** Reads a line, and returns the last one that belongs to it. */
        private int line(int number, String line) {
            if (LINES.PROPERTY_PATTERN.matcher(line).matches()) {
                property(line);
                return number;
            }
            Matcher ignored = LINES.IGNORE_LINES_PATTERN.matcher(line);
            if (ignored.matches()) {
                return ignore(number, ignored.group(1));
            }
            Matcher changeSet = LINES.CHANGE_SET_PATTERN.matcher(line);
            if (changeSet.matches()) {
                finish(number - 1);
                header = changeSet;
                headerLine = number;
                attributes.changeSet(number, line, changeSet.end(2));
            } else if (LINES.ALT_CHANGE_SET_NO_OTHER_INFO_PATTERN.matcher(line).matches()
                    || LINES.ALT_CHANGE_SET_ONE_CHARACTER_PATTERN.matcher(line).matches()) {
                problems.error(
                        new Position(file.path(), number, 1),
                        "not a change set's first line",
                        "write `--changeset author:id`");
            } else if (header != null) {
                return body(number, line);
            } else {
                outside(number, line);
            }
            return number;
        }

        private void outside(int number, String line) {
            if (LINES.FIRST_LINE_PATTERN.matcher(line).matches()) {
                return;
            }
            if (line.stripLeading().startsWith("--")) {
                attributes.directive(number, line.stripLeading());
            } else if (!line.isBlank() && !line.stripLeading().startsWith("/*")) {
                problems.error(
                        new Position(file.path(), number, 1),
                        "SQL before the first `--changeset` is not run",
                        "write `--changeset author:id` before it");
            }
        }

        private int body(int number, String line) {
            if (attributes.hasOneDash(number, line)) {
                return number;
            }
            if (LINES.ROLLBACK_PATTERN.matcher(line).matches()) {
                rollback = rollback == null ? new Position(file.path(), number, 1) : rollback;
            } else if (LINES.ROLLBACK_MULTI_LINE_START_PATTERN.matcher(line).matches()) {
                rollback = rollback == null ? new Position(file.path(), number, 1) : rollback;
                return endOfRollback(number);
            } else if (!line.stripLeading().startsWith("--")) {
                if (!line.isBlank()) {
                    sqlLines.add(number);
                }
            } else {
                attributes.preconditions(number, line);
                attributes.precondition(number, line);
                attributes.directive(number, line.stripLeading());
            }
            return number;
        }

        private int endOfRollback(int start) {
            for (int i = start + 1; i <= file.lines(); i++) {
                if (LINES.ROLLBACK_MULTI_LINE_END_PATTERN.matcher(file.line(i)).matches()) {
                    return i;
                }
            }
            problems.error(
                    new Position(file.path(), start, 1), "the rollback comment is not closed", "end it with `*/`");
            return file.lines();
        }

        private int ignore(int number, String what) {
            if (what.equals("start")) {
                for (int i = number + 1; i <= file.lines(); i++) {
                    if ("end".equals(group(LINES.IGNORE_LINES_PATTERN, file.line(i)))) {
                        return i;
                    }
                }
                return file.lines();
            }
            if (!what.matches("\\d{1,9}")) {
                problems.error(
                        new Position(file.path(), number, 1),
                        "`--ignoreLines` wants a number, `start` or `end`, not `%s`".formatted(what));
                return number;
            }
            return number + Integer.parseInt(what);
        }

        private void property(String line) {
            String name = group(AbstractFormattedChangeLogParser.NAME_PATTERN, line);
            String value = group(AbstractFormattedChangeLogParser.VALUE_PATTERN, line);
            String global = group(AbstractFormattedChangeLogParser.GLOBAL_PATTERN, line);
            if (name != null) {
                definitions.define(name, value == null ? "" : value, global == null || Boolean.parseBoolean(global));
            }
        }

        private void finish(int lastLine) {
            if (header == null) {
                return;
            }
            String author = expanded(header.group(1));
            String id = expanded(header.group(2));
            var position = new Position(file.path(), headerLine, 1);
            if (sqlLines.isEmpty()) {
                problems.error(position, "the change set has no SQL");
            }
            int begin = file.offset(headerLine + 1, 1);
            String body = file.text().substring(begin, file.offset(lastLine + 1, 1));
            var text = new SourceText(body, file, begin);
            definitions.check(text);
            var first = sqlLines.isEmpty() ? position : new Position(file.path(), sqlLines.get(0), 1);
            var back = rollback == null ? List.<ChangeSource>of() : List.of(new ChangeSource("sql", rollback, text));
            changelog
                    .changeSets()
                    .add(new OrderedChangeSet(
                            new ChangeSetSource(
                                    id,
                                    author,
                                    recordedFile(header.group()),
                                    file.path(),
                                    position,
                                    List.of(new ChangeSource("sql", first, text)),
                                    rollback,
                                    back,
                                    null,
                                    changelog.story()),
                            false,
                            null));
            sqlLines.clear();
            rollback = null;
            header = null;
        }

        private String recordedFile(String line) {
            String own = group(AbstractFormattedChangeLogParser.LOGICAL_FILE_PATH_PATTERN, line);
            String path = own == null
                    ? changelog.recordedFile()
                    : definitions.expand(own).orElse(own);
            return String.valueOf(DatabaseChangeLog.normalizePath(path));
        }

        private String expanded(String group) {
            String text = StringUtil.stripEnclosingQuotes(group);
            return definitions.expand(text).orElse(text);
        }
    }
}
