package io.schemactl.rows;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Table;
import io.schemactl.db.WorkConnection;
import io.schemactl.rows.TableContents.ColumnDigest;
import io.schemactl.rows.TableContents.Content;
import io.schemactl.rows.TableContents.Digested;
import io.schemactl.rows.TableContents.Listed;
import io.schemactl.rows.TableContents.Row;
import io.schemactl.rows.TableContents.Unreadable;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is in the tables of a database, at one moment: in a transaction of its own, or as the open one sees it.
 *
 * <p>Foreign tables are left out. Row security is off: a table of which the role may see a part only counts as unreadable.
 */
public final class ContentsReader {

    private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /** Between the values that are hashed together: a value does not hold it. */
    private static final String SEPARATOR = "E'\\x01'";

    private final WorkConnection connection;
    private final int limit;

    /**
     * Reads over a connection.
     *
     * @param limit the number of rows up to which a table's rows are kept; of larger ones only counts and hashes are
     */
    public ContentsReader(WorkConnection connection, int limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /**
     * The contents of a catalog's tables.
     *
     * @throws SQLException if the connection is lost or the user interrupts
     */
    public TableContents read(Catalog catalog) throws SQLException {
        if (connection.isInTransaction()) {
            Map<String, String> before = TextSettings.fix(connection);
            TableContents contents = readHere(catalog);
            TextSettings.restore(connection, before);
            return contents;
        }
        connection.execute(BEGIN);
        try {
            TextSettings.fix(connection);
            return readHere(catalog);
        } finally {
            if (!connection.isClosed()) {
                connection.shielded(connection::rollback);
            }
        }
    }

    private TableContents readHere(Catalog catalog) throws SQLException {
        String security = connection.queryTexts("SHOW row_security").get(0);
        connection.execute("SET LOCAL row_security TO off");
        Attempts attempts = Attempts.begin(connection);
        SortedMap<QualifiedName, Content> tables = new TreeMap<>();
        for (Table table :
                catalog.all(Table.class).filter(ContentsReader::isRead).toList()) {
            List<Identifier> key = catalog.partsOf(table.name(), Kind.CONSTRAINT, KeyConstraint.class)
                    .filter(KeyConstraint::primary)
                    .flatMap(primary -> primary.columns().stream())
                    .toList();
            tables.put(table.name(), read(table, key, attempts));
        }
        attempts.end();
        connection.execute("SET LOCAL row_security TO " + security);
        return new TableContents(tables);
    }

    /** Partitions are read through the table at the top. */
    private static boolean isRead(Table table) {
        return table.form() != Table.Form.FOREIGN && table.inheritance().partitionBound() == null;
    }

    private Content read(Table table, List<Identifier> key, Attempts attempts) throws SQLException {
        List<Identifier> columns = table.columns().stream().map(Column::name).toList();
        String texts = columns.stream().map(ContentsReader::text).collect(Collectors.joining(", "));
        String sql = "SELECT %s FROM %s LIMIT %d".formatted(texts, source(table), limit + 1);
        Attempts.Answer<Row> rows = attempts.ask(sql, row -> row(row, columns.size()));
        if (rows.refusal() != null) {
            return new Unreadable(rows.refusal().words());
        }
        return rows.rows().size() <= limit ? new Listed(columns, key, rows.rows()) : digest(table, key, attempts);
    }

    /** Rows of children are those of the children; a partitioned table has all of its partitions'. */
    private static String source(Table table) {
        return (table.form() == Table.Form.PARTITIONED ? "" : "ONLY ")
                + table.name().quoted();
    }

    private static String text(Identifier column) {
        return column.quoted() + "::pg_catalog.text";
    }

    private static Row row(ResultSet row, int width) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            values.add(row.getString(i));
        }
        return new Row(values);
    }

    private static Content digest(Table table, List<Identifier> key, Attempts attempts) throws SQLException {
        List<Identifier> columns = table.columns().stream().map(Column::name).toList();
        String parts = columns.stream()
                .map(column -> ", pg_catalog.count(%s), %s".formatted(column.quoted(), hash(key, List.of(column))))
                .collect(Collectors.joining());
        String sql =
                "SELECT pg_catalog.count(*), %s%s FROM %s".formatted(hash(List.of(), columns), parts, source(table));
        Attempts.Answer<Digested> answer = attempts.ask(sql, row -> {
            SortedMap<Identifier, ColumnDigest> digests = new TreeMap<>();
            for (int i = 0; i < columns.size(); i++) {
                digests.put(columns.get(i), new ColumnDigest(row.getLong(2 * i + 3), row.getString(2 * i + 4)));
            }
            return new Digested(row.getLong(1), key, digests, row.getString(2));
        });
        return answer.refusal() != null
                ? new Unreadable(answer.refusal().words())
                : answer.rows().get(0);
    }

    /** A sum, so that the order of rows does not matter; NULL is told from the empty text. */
    private static String hash(List<Identifier> key, List<Identifier> columns) {
        var texts = new ArrayList<>(key);
        texts.addAll(columns);
        String together = texts.stream()
                .map(column -> "coalesce('=' || %s, '')".formatted(text(column)))
                .collect(Collectors.joining(" || " + SEPARATOR + " || "));
        return "coalesce(pg_catalog.sum(pg_catalog.hashtextextended(%s, 0)::pg_catalog.numeric), 0)::pg_catalog.text"
                .formatted(together);
    }
}
