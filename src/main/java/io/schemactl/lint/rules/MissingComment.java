package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds tables and columns without a comment. */
final class MissingComment implements Convention {

    /** Names that say all. */
    private static final Pattern PLAIN = Pattern.compile("id|.*_id|created_at|updated_at|deleted_at");

    @Override
    public String summary() {
        return "Finds tables and columns without a comment.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Stream.concat(tables(context), columns(context));
    }

    private static Stream<Hit> tables(LintContext context) {
        return Additions.tables(context)
                .filter(added -> added.object().attributes().comment() == null)
                .map(added -> {
                    String table = context.shown(added.object().name());
                    return new Hit(
                            added.position(),
                            "table " + table,
                            "table %s has no comment".formatted(table),
                            "say what a row is: `COMMENT ON TABLE %s IS '…'`, in YAML `remarks:`".formatted(table));
                });
    }

    private static Stream<Hit> columns(LintContext context) {
        Map<QualifiedName, List<AddedColumn>> byTable = new LinkedHashMap<>();
        Additions.columns(context)
                .filter(column -> column.table().inheritance().parents().isEmpty())
                .filter(column -> column.column().attributes().comment() == null)
                .filter(column -> !PLAIN.matcher(column.column().name().name()).matches())
                .forEach(column -> byTable.computeIfAbsent(column.table().name(), name -> new ArrayList<>())
                        .add(column));
        return byTable.entrySet().stream().map(entry -> {
            String table = context.shown(entry.getKey());
            List<Identifier> names =
                    entry.getValue().stream().map(each -> each.column().name()).toList();
            return new Hit(
                    entry.getValue().get(0).position(),
                    "table " + table,
                    "%s %s of %s %s no comment"
                            .formatted(
                                    names.size() == 1 ? "column" : "columns",
                                    Keys.list(names),
                                    table,
                                    names.size() == 1 ? "has" : "have"),
                    "say what the values mean, and in which unit: `COMMENT ON COLUMN …`, in YAML `remarks:`");
        });
    }
}
