package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.LintContext;
import java.util.Optional;
import java.util.Set;

/** Finds columns that are named like a type. */
final class ColumnNamedLikeType implements ColumnRule {

    private static final Set<String> TYPES = Set.of(
            "bigint",
            "boolean",
            "bytea",
            "char",
            "date",
            "decimal",
            "double",
            "float",
            "inet",
            "int",
            "integer",
            "interval",
            "json",
            "jsonb",
            "money",
            "numeric",
            "real",
            "serial",
            "smallint",
            "text",
            "time",
            "timestamp",
            "timestamptz",
            "uuid",
            "varchar",
            "xml");

    @Override
    public String summary() {
        return "Finds columns that are named like a type.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Optional<Complaint> complaint(AddedColumn column, LintContext context) {
        return TYPES.contains(column.column().name().name())
                ? Optional.of(new Complaint(
                        "is named like a type, which says nothing of what it holds",
                        "name what it holds, such as created_at or description"))
                : Optional.empty();
    }
}
