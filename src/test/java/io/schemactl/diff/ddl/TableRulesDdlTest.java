package io.schemactl.diff.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies, rules and triggers. */
final class TableRulesDdlTest {

    private static final String SETUP = """
            CREATE SCHEMA "S x";
            CREATE TABLE "S x"."T" (id int, "on" text);
            CREATE TABLE p (id int, a text) PARTITION BY RANGE (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);
            CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (9) TO (19);
            CREATE VIEW v AS SELECT id FROM p;
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE FUNCTION "S x".g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | CREATE POLICY a ON p",
                "CREATE POLICY a ON p | CREATE POLICY a ON p TO pg_monitor, pg_read_all_data USING (id > 0)",
                "CREATE POLICY a ON p USING (true) | CREATE POLICY a ON p USING (true) WITH CHECK ((id > 0) AND (a = 'x;'))",
                "CREATE POLICY a ON p FOR SELECT USING (true) | CREATE POLICY a ON p FOR DELETE USING (true)",
                "CREATE POLICY a ON p | CREATE POLICY a ON p AS RESTRICTIVE",
                "CREATE POLICY \"A b\" ON \"S x\".\"T\" USING (id > 1) | CREATE POLICY \"A b\" ON \"S x\".\"T\" USING (EXISTS (SELECT FROM p))",
                "`` | CREATE RULE r AS ON INSERT TO p DO ALSO NOTIFY a",
                "CREATE RULE r AS ON INSERT TO p DO ALSO NOTIFY a | CREATE RULE r AS ON UPDATE TO p WHERE OLD.id > 3 DO INSTEAD NOTHING",
                "CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO p VALUES (NEW.id) | CREATE RULE r AS ON INSERT TO v DO INSTEAD NOTHING",
                "CREATE RULE r AS ON DELETE TO p DO ALSO (NOTIFY a; NOTIFY b) | CREATE RULE r AS ON DELETE TO p DO ALSO NOTIFY b;; ALTER TABLE p DISABLE RULE r",
                "CREATE RULE \"R\" AS ON DELETE TO \"S x\".\"T\" DO ALSO NOTIFY b;; ALTER TABLE \"S x\".\"T\" ENABLE ALWAYS RULE \"R\" | CREATE RULE \"R\" AS ON DELETE TO \"S x\".\"T\" DO ALSO NOTIFY b;; ALTER TABLE \"S x\".\"T\" ENABLE REPLICA RULE \"R\"",
                "`` | CREATE TRIGGER t BEFORE INSERT OR UPDATE OF \"on\", id ON \"S x\".\"T\" FOR EACH ROW WHEN (NEW.id > 1) EXECUTE FUNCTION f('a', 'b''c')",
                "CREATE TRIGGER t AFTER DELETE ON p1 EXECUTE FUNCTION f() | CREATE TRIGGER t AFTER DELETE ON p1 FOR EACH ROW EXECUTE FUNCTION \"S x\".g()",
                "CREATE TRIGGER t AFTER DELETE ON p1 EXECUTE FUNCTION f();; ALTER TABLE p1 DISABLE TRIGGER t | CREATE TRIGGER t AFTER INSERT ON p1 EXECUTE FUNCTION f();; ALTER TABLE p1 DISABLE TRIGGER t",
                "CREATE TRIGGER t AFTER DELETE ON p1 EXECUTE FUNCTION f();; ALTER TABLE p1 DISABLE TRIGGER t | CREATE TRIGGER t AFTER DELETE ON p1 EXECUTE FUNCTION f();; ALTER TABLE p1 ENABLE REPLICA TRIGGER t",
                "CREATE TRIGGER t AFTER UPDATE ON p1 REFERENCING OLD TABLE AS o NEW TABLE AS n EXECUTE FUNCTION f() | CREATE TRIGGER t AFTER UPDATE ON p1 REFERENCING NEW TABLE AS n EXECUTE FUNCTION f()",
                "CREATE CONSTRAINT TRIGGER t AFTER UPDATE ON p1 FOR EACH ROW EXECUTE FUNCTION f() | CREATE CONSTRAINT TRIGGER t AFTER UPDATE ON p1 FROM \"S x\".\"T\" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f()",
                "CREATE TRIGGER t AFTER UPDATE ON p1 FOR EACH ROW EXECUTE FUNCTION f() | CREATE CONSTRAINT TRIGGER t AFTER UPDATE ON p1 FOR EACH ROW EXECUTE FUNCTION f()",
                "`` | CREATE TRIGGER t INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f()",
                "`` | CREATE TRIGGER t BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f()",
                "`` | CREATE TRIGGER t BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();; ALTER TABLE p DISABLE TRIGGER t;; ALTER TABLE p1 ENABLE ALWAYS TRIGGER t",
                "CREATE TRIGGER t BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f() | CREATE TRIGGER t BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();; ALTER TABLE p1 DISABLE TRIGGER t",
                "CREATE TRIGGER t BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();; ALTER TABLE p1 DISABLE TRIGGER t | CREATE TRIGGER t BEFORE DELETE ON p FOR EACH ROW EXECUTE FUNCTION f();; ALTER TABLE p2 DISABLE TRIGGER t",
            })
    void leadsThereAndBack(String from, String to) throws SQLException {
        for (int major : List.of(14, 18)) {
            DdlCase.on(major, SETUP).change(from == null ? "" : from, to);
            DdlCase.on(major, SETUP).inSingleTransaction().change(from == null ? "" : from, to);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void changesPoliciesInPlace(int major) throws SQLException {
        var done = DdlCase.on(major, SETUP)
                .change("CREATE POLICY a ON p USING (true)", "CREATE POLICY a ON p USING (id > 0) WITH CHECK (id > 1)");
        assertEquals(
                List.of("ALTER POLICY \"a\" ON \"public\".\"p\" USING (id > 0) WITH CHECK (id > 1)"),
                DdlCase.texts(done));
        assertEquals(List.of("LOCK public.p ACCESS EXCLUSIVE"), DdlCase.hazards(done));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void replacesTriggersInPlaceAndKeepsTheirState(int major) throws SQLException {
        var done = DdlCase.on(major, SETUP)
                .change(
                        "CREATE TRIGGER t AFTER DELETE ON p1 EXECUTE FUNCTION f();; ALTER TABLE p1 DISABLE TRIGGER t",
                        "CREATE TRIGGER t AFTER INSERT ON p1 EXECUTE FUNCTION f();; ALTER TABLE p1 DISABLE TRIGGER t");
        assertEquals(
                List.of(
                        "CREATE OR REPLACE TRIGGER \"t\" AFTER INSERT ON \"public\".\"p1\" FOR EACH STATEMENT EXECUTE FUNCTION public.f()",
                        "ALTER TABLE ONLY \"public\".\"p1\" DISABLE TRIGGER \"t\""),
                DdlCase.texts(done));
    }
}
