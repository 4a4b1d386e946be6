package io.schemactl.cli;

import io.schemactl.scaffold.Block;
import io.schemactl.scaffold.Scaffold;
import io.schemactl.scaffold.Scaffold.Kind;
import java.util.List;
import picocli.CommandLine.Option;

/** What a new story makes, each in its safe form. */
final class BlockOptions {

    @Option(
            names = "--enum",
            paramLabel = "NAME(LABELS)",
            description = "an enum type, such as 'order_status(new, paid)'")
    private List<String> enums = List.of();

    @Option(
            names = "--enum-value",
            paramLabel = "TYPE:LABEL",
            description =
                    "a label of an enum type, such as 'order_status:refunded after paid'; its rollback makes the type anew")
    private List<String> labels = List.of();

    @Option(
            names = "--table",
            paramLabel = "NAME(COLUMNS)",
            description =
                    "a table with id, created_at and updated_at, such as 'orders(customer_id bigint not null references customers)'")
    private List<String> tables = List.of();

    @Option(
            names = "--column",
            paramLabel = "TABLE.NAME:TYPE",
            description = "a column, such as \"videos.rating:integer default 0 comment 'stars'\"")
    private List<String> columns = List.of();

    @Option(
            names = "--backfill",
            paramLabel = "TABLE.COLUMN=VALUE",
            description =
                    "values for rows that have none, in ranges of the key, such as 'videos.rating=coalesce(stars, 0)'")
    private List<String> backfills = List.of();

    @Option(
            names = "--not-null",
            paramLabel = "TABLE.COLUMN",
            description = "NOT NULL without a scan under an exclusive lock")
    private List<String> notNulls = List.of();

    @Option(
            names = "--foreign-key",
            paramLabel = "TABLE(COLUMNS) REFERENCES TABLE",
            description = "a foreign key, validated while others write, and its index")
    private List<String> foreignKeys = List.of();

    @Option(
            names = "--index",
            paramLabel = "TABLE(COLUMNS)",
            description =
                    "an index, built concurrently, such as 'unique videos(checksum) where checksum is not null' or 'videos(meta) using gin'")
    private List<String> indexes = List.of();

    /** What is wanted, in the order in which it can be made. */
    List<Block> blocks() {
        return new Scaffold()
                .add(Kind.ENUM, enums)
                .add(Kind.ENUM_VALUE, labels)
                .add(Kind.TABLE, tables)
                .add(Kind.COLUMN, columns)
                .add(Kind.BACKFILL, backfills)
                .add(Kind.NOT_NULL, notNulls)
                .add(Kind.FOREIGN_KEY, foreignKeys)
                .add(Kind.INDEX, indexes)
                .blocks();
    }
}
