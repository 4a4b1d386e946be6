package io.schemactl.prove;

import io.schemactl.db.WorkConnection;
import io.schemactl.story.TestCheck.Fails;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Sees that the server refuses a statement.
 *
 * @param wanted how it should refuse it
 */
record ErrorChecker(Fails wanted) implements Checker {

    @Override
    public TestKind kind() {
        return TestKind.ERROR;
    }

    @Override
    public String expected() {
        return "error %s%s%s"
                .formatted(
                        wanted.sqlState(),
                        wanted.constraint() == null ? "" : ", constraint " + wanted.constraint(),
                        wanted.message() == null ? "" : ": … " + wanted.message() + " …");
    }

    @Override
    public TestOutcome check(WorkConnection connection, String sql) throws SQLException {
        connection.ask(sql);
        return TestOutcome.of(false, expected(), SuccessChecker.SUCCESS);
    }

    @Override
    public TestOutcome refused(Refusal refusal) {
        boolean matches = refusal.sqlState().equals(wanted.sqlState())
                && isWanted(wanted.constraint(), refusal.constraint())
                && (wanted.message() == null || refusal.text().contains(wanted.message()));
        return TestOutcome.refused(matches, expected(), refusal);
    }

    private static boolean isWanted(@Nullable String wanted, @Nullable String constraint) {
        return wanted == null || wanted.equals(constraint);
    }
}
