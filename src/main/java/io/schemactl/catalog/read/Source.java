package io.schemactl.catalog.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Runs catalog queries in one transaction, and remembers where the objects are kept that come of them. */
final class Source {

    /** From how many relations on the rows of few queries are kept at once. */
    private static final int LARGE = 2_000;

    private final Connection connection;
    private final int major;
    private final Addresses addresses = new Addresses();
    private final Names names = new Names();
    private Annotations annotations = new Annotations();
    private @Nullable Census census;
    private @Nullable Pipeline pipeline;

    Source(Connection connection, int major) {
        this.connection = connection;
        this.major = major;
    }

    int major() {
        return major;
    }

    Addresses addresses() {
        return addresses;
    }

    Annotations annotations() {
        return annotations;
    }

    /** Asks queries ahead of the work that runs them, in this order. */
    <T> T asking(List<Query<?>> queries, Work<T> work) throws SQLException {
        census = direct(Census.QUERY, Census::of);
        try (var asked = Pipeline.of(
                connection,
                major,
                census.relations() >= LARGE,
                queries.stream().filter(census::holds).toList())) {
            pipeline = asked;
            return work.run();
        }
    }

    /** Reads what objects have besides their definitions; to be called before the first object is read. */
    void readAnnotations() throws SQLException {
        annotations = new Annotations(run(Annotations.Granted.QUERY), run(Annotations.Note.QUERY));
    }

    /** What the rows of a query become that was asked. */
    <T> List<T> run(Query<T> query) throws SQLException {
        if (census == null || pipeline == null) {
            throw new IllegalStateException(query.file() + " was not asked");
        }
        return census.holds(query) ? pipeline.take(query, rows -> map(query, rows)) : List.of();
    }

    private <T> T direct(Query<?> query, Pipeline.Taker<T> taker) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query.text(major))) {
            return taker.take(rows);
        }
    }

    /** What the rows of a query become that has arrays of numbers as its parameters. */
    <T> List<T> run(Query<T> query, Long[]... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query.text(major))) {
            // A named statement would stay with the server when a pooler gives it to another client.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            for (int i = 0; i < parameters.length; i++) {
                statement.setArray(i + 1, connection.createArrayOf("int8", parameters[i]));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return map(query, rows);
            }
        }
    }

    private <T> List<T> map(Query<T> query, ResultSet rows) throws SQLException {
        var values = new ArrayList<T>();
        var row = new Row(rows, names, annotations);
        boolean hasAddress = row.has("objid");
        while (rows.next()) {
            T value = query.mapper().map(row);
            values.add(value);
            if (hasAddress) {
                addresses.remember(Address.in(row), value);
            }
        }
        return values;
    }

    /** Something that runs queries. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }
}
