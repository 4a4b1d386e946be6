package io.schemactl.scaffold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
        texts.stream().map(kind.parser).forEach(blocks::add);
        return this;
    }

    /** What the story does, in order. */
    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** The kinds of blocks, in the order in which a story has them. */
    public enum Kind {
        /** A new enum type. */
        ENUM(EnumBlock::parse),
        /** A new label of an enum type. */
        ENUM_VALUE(EnumValueBlock::parse),
        /** A new table. */
        TABLE(TableBlock::parse),
        /** A new column. */
        COLUMN(ColumnBlock::parse),
        /** Values for rows that have none. */
        BACKFILL(BackfillBlock::parse),
        /** NOT NULL for a column. */
        NOT_NULL(NotNullBlock::parse),
        /** A new foreign key. */
        FOREIGN_KEY(ForeignKeyBlock::parse),
        /** A new index. */
        INDEX(IndexBlock::parse);

        private final Function<String, Block> parser;

        Kind(Function<String, Block> parser) {
            this.parser = parser;
        }
    }
}
