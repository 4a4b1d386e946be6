package io.schemactl.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.read.CatalogSession;
import io.schemactl.catalog.read.Scope;
import io.schemactl.diff.story.ExpectationText;
import io.schemactl.finding.Finding;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.story.ExpectationFile;
import io.schemactl.story.Expectations;
import io.schemactl.verify.Verification;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names and values that YAML, SQL or the grammar of expectations could mistake for something else are verified as they are. */
final class OddNamesTest {

    private static final Identifier PUBLIC = new Identifier("public");

    private static final List<String> TEXTS = List.of(
            "it's",
            "say \"so\"",
            "'",
            "\"",
            "''",
            "'a', 'b'",
            "E'\\n'",
            "back\\slash",
            "\\",
            "\\\\000",
            "\\000\\134",
            "a\nb",
            "a\\nb",
            "\n",
            " \n x \n\n",
            "tab\tand\rreturn",
            "\u0001\u007f\u0085\u2028\ufeff",
            "key: value",
            "a # b",
            "#",
            "*anchor",
            "&anchor",
            "!tag",
            "%directive",
            "@at",
            "`tick`",
            "~",
            "yes",
            "No",
            "NULL",
            "null",
            "true",
            "1",
            "0x1F",
            "1_000.5e3",
            "2020-01-01",
            ".",
            "a.b",
            "a.",
            ", ",
            "a, b",
            "A, B",
            "(",
            ")",
            "f(a, b)",
            "[a]",
            "{ a: b }",
            "- a",
            "? a",
            "|",
            "> a",
            "---",
            "<<",
            "=",
            " lead and trail ",
            "\u00a0",
            "Zürich",
            "ŻÓŁĆ",
            "emoji \ud83d\ude00",
            "\ud840\udc00",
            "-- no comment",
            "/* none */",
            "a;b",
            "$$",
            "${x}",
            "Select",
            "user",
            "OLD");

    private static final String SCHEMA = """
            CREATE SCHEMA :name;
            COMMENT ON SCHEMA :name IS :value;
            CREATE TYPE :name.:name AS ENUM ('first', :value, '');
            COMMENT ON TYPE :name.:name IS :value;
            CREATE DOMAIN :name.:"d" AS text DEFAULT :value CONSTRAINT :name CHECK (VALUE <> :value || 'x');
            COMMENT ON DOMAIN :name.:"d" IS :value;
            CREATE COLLATION :name.:name FROM "POSIX";
            CREATE OPERATOR CLASS :name.:name FOR TYPE integer USING btree AS
                OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
            CREATE FUNCTION :name.:name(:name :name.:name, integer, :name.:"d"[], numeric) RETURNS :name.:"d"
                LANGUAGE plpgsql STRICT AS :body;
            COMMENT ON FUNCTION :name.:name(:name.:name, integer, :name.:"d"[], numeric) IS :value;
            CREATE FUNCTION :name.:"r"(:name.:name) RETURNS TABLE (:name :name.:name, :"r" text)
                LANGUAGE plpgsql AS :body;
            CREATE PROCEDURE :name.:name(:name text) LANGUAGE plpgsql AS :body;
            CREATE FUNCTION :name.:"t"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE :name.:"p" (:name text, :"b" :name.:name DEFAULT :value, :"c" text COLLATE :name.:name,
                :"d" :name.:"d"[], :"e" text GENERATED ALWAYS AS (:name || :value) STORED, "n" integer,
                CONSTRAINT :"k" PRIMARY KEY (:name),
                CONSTRAINT :"u" UNIQUE (:name, :"c"),
                CONSTRAINT :name CHECK (:name <> :value),
                CONSTRAINT :"x" EXCLUDE USING btree (:name WITH =) WHERE (:name <> :value),
                CONSTRAINT :"f" FOREIGN KEY (:"c") REFERENCES :name.:"p" (:name) ON DELETE CASCADE DEFERRABLE);
            COMMENT ON TABLE :name.:"p" IS :value;
            COMMENT ON COLUMN :name.:"p".:name IS :value;
            COMMENT ON CONSTRAINT :"f" ON :name.:"p" IS :value;
            COMMENT ON CONSTRAINT :name ON :name.:"p" IS :value;
            CREATE UNIQUE INDEX :"i" ON :name.:"p" (:name COLLATE :name.:name DESC, (:"c" || :value), "n" :name.:name)
                INCLUDE (:"b") WHERE :name > :value;
            COMMENT ON INDEX :name.:"i" IS :value;
            CREATE TRIGGER :name BEFORE UPDATE OF :name, :"c" ON :name.:"p" FOR EACH ROW
                WHEN (OLD.:name <> :value AND NEW.:"c" = :value) EXECUTE FUNCTION :name.:"t"(:value, '', :value, 42, plain, 'x, y');
            COMMENT ON TRIGGER :name ON :name.:"p" IS :value;
            CREATE SEQUENCE :name.:"s" OWNED BY :name.:"p".:name;
            COMMENT ON SEQUENCE :name.:"s" IS :value;
            CREATE VIEW :name.:"v" AS SELECT :name, :"c" FROM :name.:"p";
            COMMENT ON VIEW :name.:"v" IS :value;
            CREATE MATERIALIZED VIEW :name.:"m" AS SELECT :name, :"c" FROM :name.:"p" WHERE :name <> :value;
            CREATE INDEX :"j" ON :name.:"m" (:name) WHERE :"c" <> :value;
            """;

    static Stream<Integer> versions() {
        return TestServers.ends().stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void areVerifiedAsTheyAre(int major) throws SQLException {
        try (CaseDatabase database = CaseDatabase.of(major, "")) {
            Catalog before = database.read().catalog();
            for (String text : TEXTS) {
                database.execute(statements(text));
            }
            Catalog after = database.read().catalog();
            assertEquals(List.of(), messages(database, yaml(before, after)));
        }
    }

    /** A text that is a little different is different: what was written is what is compared. */
    @ParameterizedTest
    @MethodSource("versions")
    void areToldFromOthers(int major) throws SQLException {
        try (CaseDatabase database = CaseDatabase.of(major, "")) {
            Catalog before = database.read().catalog();
            database.execute("""
                    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                    CREATE TYPE "a, B" AS ENUM ('a, b', 'c');
                    CREATE TYPE "a, b" AS ENUM ('a', 'b, c');
                    CREATE FUNCTION g("a, B") RETURNS integer LANGUAGE sql AS 'SELECT 1';
                    CREATE TABLE p ("a" integer, "b, c" integer, "a, b" integer, "c" integer, UNIQUE ("a", "b, c"));
                    CREATE TRIGGER t BEFORE INSERT ON p EXECUTE FUNCTION f('a'', ''b');
                    COMMENT ON TABLE p IS E'a\\nb';
                    """);
            String yaml = yaml(before, database.read().catalog());
            database.execute("""
                    DROP FUNCTION g("a, B");
                    CREATE FUNCTION g("a, b") RETURNS integer LANGUAGE sql AS 'SELECT 1';
                    CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                    DROP TRIGGER t ON p;
                    CREATE TRIGGER t BEFORE INSERT ON p EXECUTE FUNCTION f('a', 'b');
                    ALTER TABLE p DROP CONSTRAINT "p_a_b, c_key", ADD CONSTRAINT "p_a_b, c_key" UNIQUE ("a, b", "c");
                    COMMENT ON TABLE p IS 'a\\nb';
                    """);
            assertEquals(
                    List.of(
                            "function g(public.\"a, B\") is missing; there is g(public.\"a, b\")",
                            "table p: comment is 'a\\\\nb', expected 'a\\nb'",
                            "unique constraint \"p_a_b, c_key\" on p: list of columns is (\"a, b\", c), expected (a, \"b, c\")",
                            "trigger t on p: function is f('a', 'b'), expected f('a'', ''b')"),
                    messages(database, yaml));
        }
    }

    private static String statements(String text) {
        var statements = SCHEMA;
        for (String suffix : List.of("d", "r", "t", "p", "b", "c", "e", "k", "u", "x", "f", "i", "s", "v", "m", "j")) {
            statements = statements.replace(":\"" + suffix + "\"", new Identifier(text + "." + suffix).quoted());
        }
        String name = new Identifier(text).quoted();
        String body = Literal.of("BEGIN\n  -- " + text.replaceAll("[\\r\\n]", " ") + "\n  RAISE 'no';\nEND");
        return statements
                .replace(":name", name)
                .replace(":value", Literal.of(text))
                .replace(":body", body);
    }

    private static String yaml(Catalog before, Catalog after) {
        return ExpectationText.of(Differ.differences(before, after), before, after, PUBLIC);
    }

    private static List<String> messages(CaseDatabase database, String yaml) throws SQLException {
        Expectations expectations =
                Expectations.merge(List.of(ExpectationFile.parse("odd", Path.of("expect.yaml"), yaml, PUBLIC)));
        try (CatalogSession session = CatalogSession.open(database.connection())) {
            Catalog catalog = session.read(Scope.everything());
            return Verification.findings(catalog, session.expressions(PUBLIC), expectations, PUBLIC).stream()
                    .map(Finding::message)
                    .toList();
        }
    }
}
