package io.schemactl.engine;

import io.schemactl.sql.Literal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.PostgresDatabase;
import liquibase.precondition.Precondition;
import liquibase.precondition.core.ChangeSetExecutedPrecondition;
import liquibase.precondition.core.ColumnExistsPrecondition;
import liquibase.precondition.core.ForeignKeyExistsPrecondition;
import liquibase.precondition.core.IndexExistsPrecondition;
import liquibase.precondition.core.PrimaryKeyExistsPrecondition;
import liquibase.precondition.core.RowCountPrecondition;
import liquibase.precondition.core.RunningAsPrecondition;
import liquibase.precondition.core.SequenceExistsPrecondition;
import liquibase.precondition.core.TableExistsPrecondition;
import liquibase.precondition.core.TableIsEmptyPrecondition;
import liquibase.precondition.core.UniqueConstraintExistsPrecondition;
import liquibase.precondition.core.ViewExistsPrecondition;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.Index;
import liquibase.structure.core.Table;
import liquibase.structure.core.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's preconditions about the database, as SQL expressions over the catalogs.
 *
 * <p>Names are compared as Liquibase compares them: of tables, indexes and unique constraints by the letter, after names in
 * one case only were put into lower case; of everything else without regard to case.
 */
final class CatalogConditions {

    /** To Liquibase, a descending column of an index is another column than the one with its name. */
    private static final String NOT_DESCENDING =
            " AND NOT EXISTS (SELECT 1 FROM pg_catalog.unnest(x.indoption::smallint[]) AS o(flags) WHERE o.flags & 1 = 1)";

    private final PostgresDatabase database;
    private final DatabaseChangeLog changeLog;
    private final String history;

    CatalogConditions(PostgresDatabase database, DatabaseChangeLog changeLog, String history) {
        this.database = database;
        this.changeLog = changeLog;
        this.history = history;
    }

    /** The expression for a precondition, if it is one about the database. */
    Optional<String> find(Precondition precondition) {
        if (precondition instanceof TableExistsPrecondition p) {
            return Optional.of(
                    relation(p.getSchemaName(), "c.relname = " + exact(p.getTableName(), Table.class), "r,p,f"));
        }
        if (precondition instanceof ViewExistsPrecondition p) {
            return Optional.of(relation(
                    p.getSchemaName(), "pg_catalog.lower(c.relname) = " + lower(unquoted(p.getViewName())), "v"));
        }
        if (precondition instanceof SequenceExistsPrecondition p) {
            return Optional.of(relation(
                    p.getSchemaName(), "pg_catalog.lower(c.relname) = " + lower(unquoted(p.getSequenceName())), "S"));
        }
        if (precondition instanceof ColumnExistsPrecondition p) {
            return Optional.of(column(p));
        }
        if (precondition instanceof RowCountPrecondition p) {
            return Optional.of("(SELECT pg_catalog.count(*) FROM %s) = %d"
                    .formatted(table(p.getSchemaName(), p.getTableName()), p.getExpectedRows()));
        }
        if (precondition instanceof TableIsEmptyPrecondition p) {
            return Optional.of("NOT EXISTS (SELECT 1 FROM %s)".formatted(table(p.getSchemaName(), p.getTableName())));
        }
        if (precondition instanceof RunningAsPrecondition p) {
            return Optional.of(
                    "pg_catalog.lower(pg_catalog.split_part(session_user, '@', 1)) = " + lower(p.getUsername()));
        }
        return findIndexOrConstraint(precondition);
    }

    private Optional<String> findIndexOrConstraint(Precondition precondition) {
        if (precondition instanceof IndexExistsPrecondition p) {
            return Optional.of(index(p));
        }
        if (precondition instanceof PrimaryKeyExistsPrecondition p) {
            return Optional.of(constraint('p', p.getSchemaName(), p.getTableName(), p.getPrimaryKeyName(), null));
        }
        if (precondition instanceof ForeignKeyExistsPrecondition p) {
            return Optional.of(
                    constraint('f', p.getSchemaName(), p.getForeignKeyTableName(), p.getForeignKeyName(), null));
        }
        if (precondition instanceof UniqueConstraintExistsPrecondition p) {
            return Optional.of(
                    constraint('u', p.getSchemaName(), p.getTableName(), p.getConstraintName(), p.getColumnNames()));
        }
        return precondition instanceof ChangeSetExecutedPrecondition p ? Optional.of(executed(p)) : Optional.empty();
    }

    /** What to say when a precondition does not hold. */
    String describe(Precondition precondition) {
        if (precondition instanceof TableExistsPrecondition p) {
            return "table " + table(p.getSchemaName(), p.getTableName()) + " does not exist";
        }
        if (precondition instanceof ViewExistsPrecondition p) {
            return "view " + p.getViewName() + " does not exist";
        }
        if (precondition instanceof SequenceExistsPrecondition p) {
            return "sequence " + p.getSequenceName() + " does not exist";
        }
        if (precondition instanceof ColumnExistsPrecondition p) {
            return "column %s.%s does not exist".formatted(p.getTableName(), p.getColumnName());
        }
        if (precondition instanceof RowCountPrecondition p) {
            return "table %s does not have %d rows".formatted(p.getTableName(), p.getExpectedRows());
        }
        if (precondition instanceof TableIsEmptyPrecondition p) {
            return "table %s is not empty".formatted(p.getTableName());
        }
        if (precondition instanceof RunningAsPrecondition p) {
            return "the user is not " + p.getUsername();
        }
        if (precondition instanceof ChangeSetExecutedPrecondition p) {
            return "change set %s of %s has not run".formatted(p.getId(), p.getAuthor());
        }
        return "precondition " + precondition.getName() + " does not hold";
    }

    private String relation(@Nullable String schema, String isNamed, String kinds) {
        String quoted = Arrays.stream(kinds.split(",")).map(Literal::of).collect(Collectors.joining(", "));
        return """
               EXISTS (SELECT 1 FROM pg_catalog.pg_class c WHERE c.relnamespace IN %s
                          AND c.relkind IN (%s) AND %s)""".formatted(namespaces(schema), quoted, isNamed);
    }

    private String column(ColumnExistsPrecondition p) {
        return """
               EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
                        WHERE c.relnamespace IN %s AND pg_catalog.lower(c.relname) = %s
                          AND NOT a.attisdropped AND pg_catalog.lower(a.attname) = %s)""".formatted(
                namespaces(p.getSchemaName()), lower(unquoted(p.getTableName())), lower(unquoted(p.getColumnName())));
    }

    private String index(IndexExistsPrecondition p) {
        String name = p.getIndexName() == null ? "" : " AND i.relname = " + exact(p.getIndexName(), Index.class);
        return """
               EXISTS (SELECT 1 FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
                         JOIN pg_catalog.pg_class c ON c.oid = x.indrelid
                        WHERE i.relnamespace IN %s%s%s%s)""".formatted(
                        namespaces(p.getSchemaName()),
                        name,
                        onTable(p.getTableName()),
                        withColumns(p.getColumnNames(), "x.indrelid", "x.indkey::smallint[]")
                                + (isBlank(p.getColumnNames()) ? "" : NOT_DESCENDING));
    }

    private String constraint(
            char type,
            @Nullable String schema,
            @Nullable String table,
            @Nullable String name,
            @Nullable String columns) {
        String named = "";
        if (!isBlank(name)) {
            named = type == 'u'
                    ? " AND k.conname = " + exact(name, UniqueConstraint.class)
                    : " AND pg_catalog.lower(k.conname) = " + lower(unquoted(name));
        }
        return """
               EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
                        WHERE k.contype = '%s' AND k.connamespace IN %s%s%s%s)""".formatted(
                type, namespaces(schema), named, onTable(table), withColumns(columns, "k.conrelid", "k.conkey"));
    }

    private String onTable(@Nullable String table) {
        return isBlank(table) ? "" : " AND c.relname = " + exact(table, Table.class);
    }

    private String withColumns(@Nullable String columns, String relation, String keys) {
        if (isBlank(columns)) {
            return "";
        }
        List<String> names = Arrays.stream(String.valueOf(columns).split("\\s*,\\s*"))
                .map(column -> exact(column.strip(), Column.class))
                .toList();
        return " " + """
                AND (SELECT pg_catalog.array_agg(a.attname::text ORDER BY u.n)
                           FROM pg_catalog.unnest(%s) WITH ORDINALITY AS u(attnum, n)
                           JOIN pg_catalog.pg_attribute a ON a.attrelid = %s AND a.attnum = u.attnum)
                        = ARRAY[%s]::text[]""".formatted(keys, relation, String.join(", ", names));
    }

    private String executed(ChangeSetExecutedPrecondition p) {
        String file = p.getChangeLogFile() == null ? changeLog.getLogicalFilePath() : p.getChangeLogFile();
        String normalized = DatabaseChangeLog.normalizePath(file);
        return """
               EXISTS (SELECT 1 FROM %s WHERE ID = %s AND AUTHOR = %s
                          AND pg_catalog.regexp_replace(FILENAME, '^(classpath:)?/?', '') = %s)""".formatted(history, Literal.of(p.getId()), Literal.of(p.getAuthor()), Literal.of(normalized));
    }

    private String table(@Nullable String schema, String name) {
        return database.escapeTableName(null, schema, name);
    }

    private String namespaces(@Nullable String schema) {
        String wanted = isBlank(schema) ? database.getDefaultSchemaName() : schema;
        return "(SELECT n.oid FROM pg_catalog.pg_namespace n WHERE pg_catalog.lower(n.nspname) = %s)"
                .formatted(lower(unquoted(String.valueOf(wanted))));
    }

    private String exact(@Nullable String name, Class<? extends DatabaseObject> type) {
        return Literal.of(database.correctObjectName(unquoted(name), type));
    }

    private static String lower(String name) {
        return Literal.of(name.toLowerCase(Locale.ROOT));
    }

    private static String unquoted(@Nullable String name) {
        String text = String.valueOf(name);
        return text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
