package io.schemactl.scaffold;

import java.util.ArrayList;
import java.util.List;

/** Reads what a new story shall do, and puts it into the order in which one thing can build on another. */
public final class Scaffold {

    private final List<Block> blocks = new ArrayList<>();

    /** Nothing yet. */
    public Scaffold() {}

    /**
     * What somebody wrote behind the options of one kind, in the order of the options.
     *
     * @param kind what is made
     * @throws io.schemactl.problem.ProblemException if a text does not say what it should
     */
    public Scaffold add(Kind kind, List<String> texts) {
        texts.stream().map(text -> read(kind, text)).forEach(blocks::add);
        return this;
    }

    private static Block read(Kind kind, String text) {
        return switch (kind) {
            case ENUM -> EnumBlock.parse(text);
            case ENUM_VALUE -> EnumValueBlock.parse(text);
            case TABLE -> TableBlock.parse(text);
            case COLUMN -> ColumnBlock.parse(text);
            case BACKFILL -> BackfillBlock.parse(text);
            case NOT_NULL -> NotNullBlock.parse(text);
            case FOREIGN_KEY -> ForeignKeyBlock.parse(text);
            case INDEX -> IndexBlock.parse(text);
        };
    }

    /** What the story does, in order. */
    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** The kinds of blocks, in the order in which a story has them. */
    public enum Kind {
        /** A new enum type. */
        ENUM,
        /** A new label of an enum type. */
        ENUM_VALUE,
        /** A new table. */
        TABLE,
        /** A new column. */
        COLUMN,
        /** Values for rows that have none. */
        BACKFILL,
        /** NOT NULL for a column. */
        NOT_NULL,
        /** A new foreign key. */
        FOREIGN_KEY,
        /** A new index. */
        INDEX
    }
}
