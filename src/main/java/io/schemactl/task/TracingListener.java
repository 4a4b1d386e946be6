package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.db.ServerErrors;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.RunListener;
import io.schemactl.lint.LintedStatement;
import io.schemactl.problem.Position;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.SqlLexer;
import io.schemactl.trace.StatementTrace;
import io.schemactl.trace.Tracer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sees what each statement of a change set does to a shadow: what the tracer sees, and what becomes of the schema. Comments change the schema
 * only for whoever looks at the whole change set.
 */
final class TracingListener implements RunListener {

    private final Rehearsal rehearsal;
    private final Tracer tracer;
    private final List<LintedStatement> statements = new ArrayList<>();
    private final Catalog before;
    private Catalog last;
    private boolean isBehind;
    private ChangeSetResult.@Nullable Outcome outcome;

    /**
     * A listener for one change set.
     *
     * @param before the schema before it
     */
    TracingListener(Rehearsal rehearsal, Tracer tracer, Catalog before) {
        this.rehearsal = rehearsal;
        this.tracer = tracer;
        this.before = before;
        this.last = before;
    }

    /** What its statements did. */
    List<LintedStatement> statements() {
        return List.copyOf(statements);
    }

    /** What has become of the change set; null if nothing has. */
    ChangeSetResult.@Nullable Outcome outcome() {
        return outcome;
    }

    @Override
    public void begins(ChangeSetEntry entry) {
        attempt(() -> {
            tracer.changeSetBegins();
            tracer.take();
            isBehind = false;
            if (entry.inTransaction()) {
                // It may begin once more, and has left nothing of its first attempt then.
                statements.clear();
                last = before;
            } else {
                last = rehearsal.look();
            }
        });
    }

    @Override
    public void withheld(String sql, Position position) {
        attempt(() -> {
            if (isBehind) {
                last = rehearsal.look();
                isBehind = false;
            }
            boolean inTransaction = rehearsal.connection().isInTransaction();
            var trace = new StatementTrace(sql, position, inTransaction, List.of(), Duration.ZERO);
            statements.add(LintedStatement.of(trace, last, last));
        });
    }

    @Override
    public void executes(String sql, Position position) {
        attempt(() -> {
            if (isBehind && !isComment(sql)) {
                last = rehearsal.look();
                isBehind = false;
            }
            tracer.executes(sql, position);
        });
    }

    @Override
    public void executed() {
        attempt(() -> {
            tracer.executed();
            List<StatementTrace> traces = tracer.take();
            isBehind = traces.stream().allMatch(trace -> isComment(trace.sql()));
            Catalog now = isBehind ? last : rehearsal.look();
            traces.forEach(trace -> statements.add(LintedStatement.of(trace, last, now)));
            last = now;
        });
    }

    /** Stories have a comment on each column; to read the catalog after each of them would be most of the work. */
    private static boolean isComment(String sql) {
        List<SqlLexer.Token> tokens = SqlLexer.code(sql);
        return tokens.size() > 1 && tokens.get(0).is("COMMENT") && tokens.get(1).is("ON");
    }

    @Override
    public void ended(ChangeSetResult result) {
        outcome = result.outcome();
    }

    @Override
    public void says(String words) {}

    private interface Work {
        void run() throws SQLException;
    }

    private void attempt(Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw new ProblemException(
                    ServerErrors.problem(e, rehearsal.address()).state("only a shadow was changed"), e);
        }
    }
}
