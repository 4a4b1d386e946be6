package io.schemactl.rows;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Table;
import io.schemactl.db.WorkConnection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Puts rows into the tables of a database that have none, so that every constraint holds.
 *
 * <p>What a type, a check, a unique index, a foreign key, a partition's bound, a trigger or a policy demands is partly learnt from the
 * catalog and partly tried: each row is inserted in a savepoint, and drawn again in those columns that the server complains about.
 * Defaults that are others on each run, such as {@code now()}, are not left to the server.
 *
 * <p>If no transaction is open, the rows are inserted in one of their own, which is committed. If one is open, they are inserted in
 * that; its deferrable constraints are immediate from then on, and what is in it is the caller's to commit, or to roll back if this
 * fails.
 */
public final class RowGenerator {

    private final Catalog catalog;
    private final WorkConnection connection;
    private final RowSettings settings;
    private final Predicate<Table> wanted;

    /**
     * Generates rows for a database.
     *
     * @param catalog what the database contains
     * @param connection a connection to it, as a role that may insert into its tables
     */
    public RowGenerator(Catalog catalog, WorkConnection connection, RowSettings settings) {
        this(catalog, connection, settings, RowGenerator::isFilled);
    }

    private RowGenerator(Catalog catalog, WorkConnection connection, RowSettings settings, Predicate<Table> wanted) {
        this.catalog = catalog;
        this.connection = connection;
        this.settings = settings;
        this.wanted = wanted;
    }

    /** The same for some of the tables; the others are left as they are. */
    public RowGenerator only(Predicate<Table> some) {
        return new RowGenerator(catalog, connection, settings, wanted.and(some));
    }

    /**
     * Inserts the rows.
     *
     * @throws SQLException if the connection is lost, the user interrupts, or the server refuses anything but rows
     */
    public GeneratedRows generate() throws SQLException {
        if (connection.isInTransaction()) {
            Map<String, String> before = TextSettings.fix(connection);
            GeneratedRows generated = generateHere();
            TextSettings.restore(connection, before);
            return generated;
        }
        connection.execute("BEGIN");
        try {
            TextSettings.fix(connection);
            GeneratedRows generated = generateHere();
            connection.execute("COMMIT");
            return generated;
        } finally {
            if (!connection.isClosed() && connection.isInTransaction()) {
                connection.shielded(connection::rollback);
            }
        }
    }

    private GeneratedRows generateHere() throws SQLException {
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE");
        var random = new Random(settings.seed());
        Types types = Types.load(connection);
        Partitions partitions = Partitions.load(connection);
        Attempts attempts = Attempts.begin(connection);
        var references = new References(attempts);
        var values = new Values(types, new Acceptance(types, attempts), random);
        var shapes = new Shapes(catalog, types);
        var drafts = new Drafts(new Drawing(values, references, random), new Judge(attempts), random);
        var rows = new TableFiller.Rows(attempts, references, Deadline.in(settings.limit()));
        var filler = new TableFiller(catalog, shapes, partitions, drafts, rows);
        var census = new Census(
                filler, attempts, catalog.all(Table.class).filter(wanted).toList());
        var circles = new Circles(shapes, types, partitions, values, references);
        var order = new TableOrder(census.empty(), shapes, types, partitions);
        GeneratedRows generated = new Filling(filler, references, circles, new LaterReferences(references, attempts))
                .fill(order, census, settings.rows());
        attempts.end();
        return generated;
    }

    /** Partitions are filled through the table at the top. */
    private static boolean isFilled(Table table) {
        return table.form() != Table.Form.FOREIGN && table.inheritance().partitionBound() == null;
    }
}
