package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.db.ServerFacts;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.forecast.StatementUse;
import io.schemactl.forecast.UsedTables;
import io.schemactl.lint.LintContext;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.rows.RowNumbers;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.trace.Tracer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs pending change sets on a shadow that has what is applied, and sees what they do. */
final class PlanTrace {

    private final Rehearsal rehearsal;
    private final String seed;

    /**
     * A trace.
     *
     * @param seed the same text makes the same rows
     */
    PlanTrace(Rehearsal rehearsal, String seed) {
        this.rehearsal = rehearsal;
        this.seed = seed;
    }

    /**
     * What was seen of a change set.
     *
     * @param context all of it
     * @param statements what its statements did to tables in use
     */
    record Seen(LintContext context, List<StatementUse> statements) {}

    /**
     * What was seen of all.
     *
     * @param changeSets by change set, in order
     * @param failure what ended it too soon; null if nothing did
     * @param defaultSchema where unqualified names live
     */
    record Result(
            Map<ChangeSetId, Seen> changeSets, @Nullable Problem failure, Identifier defaultSchema) {}

    /** Applies what is applied on the live database. */
    void prepare(Set<ChangeSetId> applied) throws SQLException {
        if (!applied.isEmpty()) {
            rehearsal.upgrade(UpgradeScope.only(applied), new SilentListener());
        }
    }

    /** Applies the pending change sets one by one, and takes them back. */
    Result walk(List<ChangeSetEntry> pending) throws SQLException {
        rehearsal.session().migration().outdate(pending);
        Catalog before = rehearsal.look();
        List<Map<QualifiedName, Long>> rows = new ArrayList<>();
        List<LintContext> contexts;
        Problem failure = null;
        try (var tracer = new Tracer(rehearsal.connection(), rehearsal::another)) {
            var filling = new ShadowRows(rehearsal, seed);
            var walk = new LintWalk(
                    rehearsal,
                    tracer,
                    filling,
                    ServerFacts.read(rehearsal.connection().driverConnection()).major(),
                    Standings.alone(rehearsal.session().migration().changelog()));
            filling.fill(before);
            try {
                for (ChangeSetEntry entry : pending) {
                    rows.add(RowNumbers.count(rehearsal.look(), rehearsal.connection()));
                    walk.look(entry);
                }
            } catch (ProblemException e) {
                if (e.problem().code() == ProblemCode.INTERRUPTED) {
                    throw e;
                }
                failure = e.problem();
            }
            contexts = walk.back();
        }
        return new Result(
                seen(pending, before, contexts, rows),
                failure,
                new Identifier(rehearsal.session().migration().defaultSchema()));
    }

    private Map<ChangeSetId, Seen> seen(
            List<ChangeSetEntry> pending,
            Catalog before,
            List<LintContext> contexts,
            List<Map<QualifiedName, Long>> rows) {
        var used = new UsedTables(before, rehearsal.session().migration().ownTables());
        Map<ChangeSetId, Seen> seen = new LinkedHashMap<>();
        for (int i = 0; i < contexts.size(); i++) {
            LintContext context = contexts.get(i);
            seen.put(pending.get(i).id(), new Seen(context, used.of(context, rows.get(i))));
        }
        return seen;
    }
}
