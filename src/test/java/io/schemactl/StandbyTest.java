package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.shadow.StandbyPair;
import io.schemactl.shadow.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What plan, doctor and upgrade say of a primary with a standby, slots and prepared transactions, and of the standby. */
final class StandbyTest {

    private static final String SCHEMA = "CREATE TABLE visit (id int PRIMARY KEY, kind int NOT NULL)";
    private static final String REWRITE = "ALTER TABLE visit ALTER COLUMN kind TYPE bigint";

    @TempDir
    Path folder;

    static Stream<Integer> versions() {
        return TestServers.ends().stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void seesCopiesSlotsAndPreparedTransactions(int major) throws Exception {
        try (StandbyPair pair = StandbyPair.start(major)) {
            var primary = new Project(folder, pair.primary());
            primary.sql(SCHEMA);
            assertEquals(0, primary.run("upgrade").code());
            pair.primary().execute("INSERT INTO visit SELECT n, n FROM generate_series(1, 20000) n");
            pair.primary().execute("ANALYZE");
            pair.primary().execute("SELECT pg_create_logical_replication_slot('cdc', 'pgoutput')");
            primary.sql(SCHEMA, REWRITE);
            pair.catchUp();

            standbyIsReadOnly(new Project(folder, pair.standby()));
            primaryHasOthers(primary);
            preparedTransactionIsInTheWay(primary);
        }
    }

    private void standbyIsReadOnly(Project standby) throws Exception {
        var plan = standby.run("plan");
        assertEquals(0, plan.code(), plan.toString());
        assertTrue(plan.out().contains("the server is a standby, which takes no writes; it is not behind"), plan.out());
        assertTrue(plan.out().contains("20,000 rows"), plan.out());
        assertFalse(plan.out().contains("writes/s") || plan.out().contains("no writes\n"), plan.out());
        assertTrue(plan.out().contains("not known: how often rows are written"), plan.out());
        assertTrue(plan.out().contains("takes ACCESS EXCLUSIVE on visit ("), plan.out());

        var doctor = standby.run("doctor", "--export-stats", "standby.json");
        assertEquals(1, doctor.code(), doctor.toString());
        assertTrue(
                doctor.out().contains("the server is a standby, which takes no writes; it is not behind"),
                doctor.out());
        assertFalse(Files.readString(folder.resolve("standby.json")).contains("written"));
        var elsewhere = standby.runAs("postgresql://nobody@localhost:1/none", "plan", "--stats", "standby.json");
        assertTrue(elsewhere.out().contains("20,000 rows"), elsewhere.toString());
        assertTrue(elsewhere.out().contains("not known: how often rows are written"), elsewhere.out());

        var upgrade = standby.run("upgrade");
        assertEquals(4, upgrade.code(), upgrade.toString());
        assertTrue(upgrade.err().contains("the server is a standby, which takes no writes"), upgrade.err());
    }

    private static void primaryHasOthers(Project primary) {
        var plan = primary.run("plan");
        assertEquals(0, plan.code(), plan.toString());
        assertTrue(plan.out().contains("replica standby_1, streaming"), plan.out());
        assertTrue(
                plan.out().matches("(?s).*logical slot cdc is read by nobody, and keeps \\S+ \\S+ of WAL.*"),
                plan.out());

        var doctor = primary.run("doctor");
        assertEquals(0, doctor.code(), doctor.toString());
        assertTrue(doctor.out().contains("replica standby_1, streaming"), doctor.out());
        assertTrue(doctor.out().contains("SELECT pg_drop_replication_slot('cdc')"), doctor.out());
    }

    private static void preparedTransactionIsInTheWay(Project primary) throws Exception {
        try (var connection = primary.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE visit SET kind = 7 WHERE id = 1");
            statement.execute("PREPARE TRANSACTION 'pay''1'");
        }
        Thread.sleep(1_100);
        var plan = primary.run("plan");
        assertTrue(plan.out().contains("must wait for prepared transaction pay'1, user postgres, for "), plan.out());
        var doctor = primary.run("doctor");
        assertTrue(doctor.out().contains("prepared transaction pay'1 of postgres"), doctor.out());
        var upgrade = primary.run("upgrade", "--lock-timeout", "900ms", "--lock-retries", "0");
        assertEquals(5, upgrade.code(), upgrade.toString());
        assertTrue(
                upgrade.err().contains("in 1 attempts; blocked by prepared transaction pay'1, user postgres, for "),
                upgrade.err());
    }
}
