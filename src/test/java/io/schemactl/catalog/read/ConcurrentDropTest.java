package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a system catalog are seen as of the transaction's begin, but PostgreSQL's printing functions see the present. */
final class ConcurrentDropTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void readsOnAfterObjectsAreDroppedByOthers(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major);
                Connection connection = database.connect()) {
            database.execute("""
                    CREATE SCHEMA x; SET search_path TO x, public;
                    CREATE TYPE c AS (a int); CREATE TYPE e AS ENUM ('a'); CREATE DOMAIN d AS int DEFAULT 1 CHECK (VALUE > 0);
                    CREATE TABLE t (id int PRIMARY KEY DEFAULT 1, e e, d d, g int GENERATED ALWAYS AS (id + 1) STORED,
                        CHECK (id > 0), EXCLUDE USING btree (id WITH =));
                    CREATE INDEX ON t ((id + 1)) WHERE id > 0; CREATE STATISTICS s ON (id + 1) FROM t;
                    CREATE VIEW v AS SELECT * FROM t; CREATE MATERIALIZED VIEW m AS SELECT * FROM v;
                    CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';
                    CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';
                    CREATE FUNCTION q(a int DEFAULT 1) RETURNS int LANGUAGE sql RETURN a + 1;
                    CREATE AGGREGATE sum2 (int) (sfunc = int4pl, stype = int, initcond = '0');
                    CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION b();
                    CREATE RULE r AS ON DELETE TO t DO NOTHING;
                    CREATE POLICY p ON t USING (id > 0);
                    CREATE TABLE pt (a int, b c) PARTITION BY RANGE (a);
                    CREATE TABLE p1 PARTITION OF pt FOR VALUES FROM (1) TO (2);
                    CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;
                    CREATE USER MAPPING FOR PUBLIC SERVER s; CREATE FOREIGN TABLE ft (a int) SERVER s;
                    CREATE PUBLICATION p FOR TABLE t""");
            try (CatalogSession session = CatalogSession.open(connection)) {
                database.execute("DROP SCHEMA x CASCADE; DROP FOREIGN DATA WRAPPER w CASCADE; DROP PUBLICATION p");
                session.read(Scope.everything());
            }
            assertEquals(
                    List.of(ObjectKey.of(Kind.SCHEMA, new Identifier("public"))),
                    List.copyOf(CatalogReader.read(connection, Scope.everything())
                            .objects()
                            .keySet()));
        }
    }
}
