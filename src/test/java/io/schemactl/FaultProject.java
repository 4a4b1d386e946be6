package io.schemactl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.read.CatalogReader;
import io.schemactl.catalog.read.Scope;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A changelog of twenty small change sets of all kinds, slow enough to be disturbed, and what it leads to. */
final class FaultProject {

    private static final int PLAIN = 16;

    private FaultProject() {}

    /** All that an upgrade leaves in a database, times aside. */
    record State(Catalog catalog, List<String> data, List<String> history) {

        /** What is left when everything was taken back. */
        static boolean isEmpty(Project project) throws SQLException {
            try (var connection = project.database().connect()) {
                return read(connection).all(Table.class).findAny().isEmpty()
                        && project.applied().isEmpty();
            }
        }

        static State of(Project project) throws SQLException {
            try (var connection = project.database().connect()) {
                return new State(
                        read(connection),
                        project.query(
                                "SELECT 't1 ' || id || ' ' || name FROM t1 UNION ALL SELECT 't2 ' || id || ' ' || name"
                                        + " FROM t2 UNION ALL SELECT 'plain ' || id FROM plain ORDER BY 1"),
                        project.query("SELECT concat_ws(' ', orderexecuted, id, author, filename, exectype, md5sum)"
                                + " FROM databasechangelog ORDER BY orderexecuted"));
            }
        }
    }

    private static Catalog read(Connection connection) {
        return CatalogReader.read(connection, new Scope(Set.of(QualifiedName.of("public", "databasechangelog"))));
    }

    /** Writes the changelog. */
    static Project write(Project project) {
        var yaml = new StringBuilder();
        for (int i = 1; i <= PLAIN; i++) {
            yaml.append(Project.changeSet(i, true, """
                    CREATE TABLE t%1$d (id int PRIMARY KEY, name text);
                    SELECT pg_sleep(0.01);
                    CREATE INDEX ON t%1$d (name);
                    """.formatted(i), "SELECT pg_sleep(0.01); DROP TABLE t" + i));
        }
        yaml.append(Project.changeSet(17, true, """
                INSERT INTO t1 SELECT i, 'name ' || i FROM generate_series(1, 200) AS i;
                SELECT pg_sleep(0.02);
                INSERT INTO t2 SELECT id, name FROM t1 WHERE id % 2 = 0;
                """, "DELETE FROM t2; SELECT pg_sleep(0.01); DELETE FROM t1"));
        yaml.append(stepwise());
        yaml.append(Project.changeSet(
                20, true, "ALTER TABLE t3 ADD COLUMN more text DEFAULT 'x'", "ALTER TABLE t3 DROP COLUMN more"));
        return project.changelog(yaml.toString());
    }

    /** Two change sets without a transaction, of all kinds of statements. */
    private static String stepwise() {
        return Project.changeSet(18, false, """
                CREATE INDEX CONCURRENTLY by_name ON t1 (name);
                CREATE TABLE plain (id int PRIMARY KEY, name text);
                INSERT INTO plain SELECT i FROM generate_series(1, 5) AS i;
                SELECT pg_sleep(0.02);
                UPDATE plain SET id = id + 100;
                BEGIN;
                INSERT INTO plain VALUES (1);
                SELECT pg_sleep(0.02);
                INSERT INTO plain VALUES (2);
                COMMIT;
                ALTER TABLE plain DROP COLUMN name;
                CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS by_id_too ON plain (id);
                """, """
                DROP INDEX CONCURRENTLY by_id_too;
                DROP TABLE plain;
                SELECT pg_sleep(0.02);
                DROP INDEX CONCURRENTLY by_name;
                """) + Project.changeSet(19, false, """
                DROP INDEX CONCURRENTLY by_id_too;
                SELECT pg_sleep(0.02);
                CREATE INDEX CONCURRENTLY last_one ON t2 (id, name);
                VACUUM t2;
                """, """
                DROP INDEX CONCURRENTLY last_one;
                SELECT pg_sleep(0.02);
                CREATE UNIQUE INDEX CONCURRENTLY by_id_too ON plain (id);
                """);
    }
}
