package io.schemactl.verify;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.read.CatalogSession;
import io.schemactl.catalog.read.Scope;
import io.schemactl.finding.Finding;
import io.schemactl.sql.Identifier;
import io.schemactl.story.ExpectationFile;
import io.schemactl.story.Expectations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** A schema with one of everything, and the expectations that describe it. */
final class Shop {

    static final Identifier PUBLIC = new Identifier("public");

    private Shop() {}

    static String sql() {
        return resource("shop.sql");
    }

    static Expectations expectations() {
        return expectations(resource("shop.yaml"));
    }

    static Expectations expectations(String yaml) {
        return Expectations.merge(List.of(ExpectationFile.parse("shop", Path.of("shop.yaml"), yaml, PUBLIC)));
    }

    /** What is found after a change, which is then undone. */
    static List<Finding> findings(Connection connection, Expectations expectations) {
        try (CatalogSession session = CatalogSession.open(connection)) {
            Catalog catalog = session.read(Scope.everything());
            return Verification.findings(catalog, session.expressions(PUBLIC), expectations, PUBLIC);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Shop.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
