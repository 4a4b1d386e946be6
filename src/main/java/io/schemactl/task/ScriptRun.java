package io.schemactl.task;

import io.schemactl.db.ServerErrors;
import io.schemactl.db.WorkConnection;
import io.schemactl.problem.Excerpt;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.ServerMessage;
import io.schemactl.shadow.ShadowDatabase;
import io.schemactl.sql.ServerWide;
import io.schemactl.sql.SqlScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs files of SQL on a shadow, statement by statement.
 *
 * <p>A file that mentions what is not there yet waits until the others have run, and goes on where it stopped.
 */
final class ScriptRun {

    /** Something is not there: schema, table, column, function, type, or another object. */
    private static final Set<String> NOT_THERE = Set.of("3F000", "42P01", "42703", "42883", "42704", "42P02");

    private static final String FRESH = "RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL";

    /** What a later statement of the same file may rely on. */
    private static final Pattern SETTING =
            Pattern.compile("(?is)(set|reset)\\s.*|select\\s+(pg_catalog\\.)?set_config\\s*\\(.*");

    private static final Pattern CREATE_PUBLIC = Pattern.compile("(?is)create\\s+schema\\s+\"?public\"?");

    private final WorkConnection connection;
    private final ShadowDatabase shadow;
    private final ShadowGaps gaps;
    private final Consumer<String> warnings;

    /** A file, and how far it is. */
    private static final class Progress {
        private final SqlFile file;
        private int next;
        /** Where the transaction began in which the next statement runs, or that statement itself. */
        private int safe;

        Progress(SqlFile file) {
            this.file = file;
        }

        SqlScript.Piece statement() {
            return file.statements().get(next);
        }

        boolean isDone() {
            return next == file.statements().size();
        }
    }

    ScriptRun(WorkConnection connection, ShadowDatabase shadow, Consumer<String> warnings) {
        this.connection = connection;
        this.shadow = shadow;
        this.gaps = new ShadowGaps(shadow, connection);
        this.warnings = warnings;
    }

    /**
     * Runs files.
     *
     * @throws ProblemException with the first thing that is wrong, if no order of the files helps
     */
    void run(List<SqlFile> files) throws SQLException {
        List<Progress> waiting =
                new ArrayList<>(files.stream().map(Progress::new).toList());
        while (!waiting.isEmpty()) {
            ProblemException first = null;
            int before = sum(waiting);
            for (Progress file : waiting) {
                ProblemException missing = advance(file);
                first = first == null ? missing : first;
            }
            if (first != null && sum(waiting) == before) {
                throw first;
            }
            waiting.removeIf(Progress::isDone);
        }
        connection.execute(FRESH);
    }

    private static int sum(List<Progress> files) {
        return files.stream().mapToInt(file -> file.next).sum();
    }

    /** Runs a file as far as it goes; what it waits for is returned. */
    private @Nullable ProblemException advance(Progress file) throws SQLException {
        restoreSettings(file);
        while (!file.isDone()) {
            if (!connection.isInTransaction()) {
                file.safe = file.next;
            }
            try {
                execute(file);
                file.next++;
            } catch (SQLException e) {
                Problem problem = problem(file, e);
                takeBack(file);
                if (!gaps.fill(problem.server())) {
                    return waitFor(problem, e);
                }
            }
        }
        requireEnd(file);
        return null;
    }

    private void restoreSettings(Progress file) throws SQLException {
        connection.execute(FRESH);
        for (SqlScript.Piece done : file.file.statements().subList(0, file.next)) {
            if (SETTING.matcher(done.text()).matches()) {
                connection.execute(done.text());
            }
        }
    }

    private void takeBack(Progress file) throws SQLException {
        if (connection.isInTransaction()) {
            connection.rollback();
            file.next = file.safe;
        }
    }

    private static ProblemException waitFor(Problem problem, SQLException e) {
        var failure = new ProblemException(problem, e);
        if (!NOT_THERE.contains(String.valueOf(e.getSQLState()))) {
            throw failure;
        }
        return failure;
    }

    private void requireEnd(Progress file) throws SQLException {
        if (connection.isInTransaction()) {
            throw new ProblemException(Problem.of(ProblemCode.SQL_FILE, "the file does not end its last transaction")
                    .at(file.file.position(file.file.statements().get(file.safe).start()))
                    .fix("write COMMIT at its end"));
        }
    }

    private void execute(Progress file) throws SQLException {
        String sql = file.statement().text();
        ServerWide.Effect effect = ServerWide.effect(sql).orElse(null);
        if (effect == null) {
            executeHere(file, sql);
            return;
        }
        switch (effect) {
            case CREATES_ROLE -> shadow.makeRole(ServerWide.role(sql));
            case DESCRIBES -> {}
            case HARMS ->
                throw new ProblemException(Problem.of(
                                ProblemCode.SQL_FILE,
                                "the statement acts on the whole server, not on the shadow database alone")
                        .at(file.file.position(file.statement().start()))
                        .in(new Excerpt(sql, null))
                        .fix("take it out of the file"));
        }
    }

    private void executeHere(Progress file, String sql) throws SQLException {
        try {
            connection.execute(sql);
        } catch (SQLException e) {
            boolean isThere = "42P06".equals(e.getSQLState())
                    && CREATE_PUBLIC.matcher(sql).matches();
            boolean isNewerSetting =
                    "42704".equals(e.getSQLState()) && SETTING.matcher(sql).matches() && isParameter(e);
            if (connection.isInTransaction() || !(isThere || isNewerSetting)) {
                throw e;
            }
            if (isNewerSetting) {
                warnings.accept("warning: the shadow does not know what %s sets: `%s`"
                        .formatted(file.file.path().getFileName(), sql));
            }
        }
    }

    private static boolean isParameter(SQLException e) {
        return ServerErrors.findMessage(e).map(ServerMessage::text).orElse("").contains("configuration parameter");
    }

    private Problem problem(Progress file, SQLException e) {
        SqlScript.Piece statement = file.statement();
        Integer offset = ServerErrors.findOffset(e, statement.text()).orElse(null);
        Problem problem = what(e).at(file.file.position(statement.start() + (offset == null ? 0 : offset)))
                .saidBy(ServerErrors.findMessage(e).orElse(null))
                .in(new Excerpt(statement.text(), offset))
                .state("only a shadow was changed");
        return ShadowGaps.explain(problem).orElse(problem);
    }

    private Problem what(SQLException e) {
        if (connection.interruption().isRequested()) {
            return Problem.of(ProblemCode.INTERRUPTED, "interrupted");
        }
        return ServerErrors.code(e) == ProblemCode.CONNECTION_LOST
                ? Problem.of(ProblemCode.CONNECTION_LOST, "the connection to the shadow was lost")
                : Problem.of(ProblemCode.SQL_FILE, "the shadow refused a statement");
    }
}
