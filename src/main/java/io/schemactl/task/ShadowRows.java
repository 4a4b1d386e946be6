package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Table;
import io.schemactl.prove.FunctionalTests;
import io.schemactl.prove.RowJudge.Stage;
import io.schemactl.prove.TestResult;
import io.schemactl.rows.ContentsReader;
import io.schemactl.rows.GeneratedRows;
import io.schemactl.rows.RowGenerator;
import io.schemactl.rows.RowSettings;
import io.schemactl.rows.TableContents;
import io.schemactl.rows.TableIds;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.StoryTests;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The rows in a shadow's tables. */
final class ShadowRows {

    /** Tables with more rows than that are counted and hashed. */
    private static final int MOST_ROWS = 10_000;

    private final Rehearsal rehearsal;
    private final long seed;

    /**
     * The rows of a rehearsal.
     *
     * @param seed the same text makes the same rows
     */
    ShadowRows(Rehearsal rehearsal, String seed) {
        this.rehearsal = rehearsal;
        this.seed = seed.hashCode();
    }

    /**
     * Puts rows into the tables that have none.
     *
     * @return which tables stay empty, and why
     */
    List<String> fill(Catalog catalog) throws SQLException {
        GeneratedRows generated = new RowGenerator(catalog, rehearsal.connection(), RowSettings.of(seed)).generate();
        return generated.empty().stream()
                .map(empty -> "no rows could be generated for table %s: %s".formatted(empty.table(), empty.reason()))
                .toList();
    }

    /** Puts rows into the tables that a story makes; those that were there before keep what they have, or nothing. */
    void fillNew(Catalog before, Catalog after) throws SQLException {
        new RowGenerator(after, rehearsal.connection(), RowSettings.of(seed))
                .only(table -> before.findTable(table.name()).isEmpty())
                .generate();
    }

    /**
     * Puts the rows in that were there before a story, as its tests say, and generated ones into the tables that are still empty.
     *
     * @return what came of the rows of the tests
     */
    List<TestResult> fill(StoryTests tests, Catalog catalog) throws SQLException {
        clear(catalog);
        List<TestResult> written = new FunctionalTests(rehearsal.connection()).before(tests);
        fill(catalog);
        return written;
    }

    /** All rows of the tables. */
    TableContents read(Catalog catalog) throws SQLException {
        return new ContentsReader(rehearsal.connection(), MOST_ROWS).read(catalog);
    }

    /** Schema and rows as they are now. */
    Stage stage(Catalog catalog) throws SQLException {
        return new Stage(catalog, read(catalog), TableIds.load(rehearsal.connection()));
    }

    /**
     * Takes all rows out of the tables.
     *
     * @return whether there were tables to empty
     */
    boolean clear(Catalog catalog) throws SQLException {
        List<QualifiedName> tables = catalog.objects().values().stream()
                .filter(object -> object instanceof Table table && table.form() != Table.Form.FOREIGN)
                .map(object -> ((Table) object).name())
                .toList();
        if (tables.isEmpty()) {
            return false;
        }
        rehearsal
                .connection()
                .execute("TRUNCATE %s CASCADE"
                        .formatted(tables.stream().map(QualifiedName::quoted).collect(Collectors.joining(", "))));
        return true;
    }
}
