package io.schemactl.task;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Reading;
import io.schemactl.diff.ColumnOrder;
import io.schemactl.diff.Differ;
import io.schemactl.diff.Difference;
import io.schemactl.diff.DifferenceText;
import io.schemactl.diff.DifferenceWords;
import io.schemactl.diff.Statement;
import io.schemactl.diff.ddl.Unmigratable;
import io.schemactl.diff.plan.Migration;
import io.schemactl.diff.plan.PlanOptions;
import io.schemactl.diff.plan.Planner;
import io.schemactl.diff.plan.Renaming;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the commands that turn one schema into another, and proves them on a copy. */
final class Migrator {

    /** Renaming one object may show that another was renamed too. */
    private static final int RENAMING_ROUNDS = 5;

    private static final int LISTED = 10;
    private static final Identifier PUBLIC = new Identifier("public");

    private final TaskContext context;
    private final ShadowServers servers;
    private final PlanOptions options;

    Migrator(TaskContext context, ShadowServers servers, PlanOptions options) {
        this.context = context;
        this.servers = servers;
        this.options = options;
    }

    /**
     * A migration that was proved.
     *
     * @param notes what stays different
     */
    record Proved(Migration migration, List<String> notes) {}

    /**
     * The migration from one schema to another.
     *
     * @throws ProblemException if there is none, or it does not lead there
     */
    Proved migrate(Reading from, Reading to, Goal wish) {
        try (Copy copy = Copy.of(from, from.majorVersion(), context, servers.shadows(), !wish.namesOwner())) {
            Goal goal = copy.namesOwners() ? wish : wish.withoutNames();
            if (!goal.equals(wish)) {
                context.listener()
                        .says(
                                "warning: the shadow's role is no superuser and cannot give objects away: what is new belongs to"
                                        + " whoever runs the script");
            }
            Reading is = copy.read();
            if (is.majorVersion() == from.majorVersion()) {
                requireEqual(from, is);
            } else {
                context.listener()
                        .says("warning: the script was tried on PostgreSQL %d only, not on %d"
                                .formatted(is.majorVersion(), from.majorVersion()));
            }
            Reading wanted = to.majorVersion() == is.majorVersion() ? related(to) : rebuilt(to, is.majorVersion());
            List<Statement> renames = rename(copy, wanted, goal);
            Reading renamed = goal.origin(copy.read());
            Reading end = goal.of(renamed, wanted);
            Migration rest = plan(
                    renamed,
                    end,
                    options.namingOwners(goal.namesOwner())
                            .runBy(goal.namesOwner() ? null : from.catalog().owner())
                            .leavingGrants(goal.ignored().contains(DiffRequest.Ignored.GRANTS)));
            copy.apply(rest);
            var statements = new ArrayList<>(renames);
            statements.addAll(rest.statements());
            Reading result = goal.counting(goal.origin(copy.read()), renamed);
            return new Proved(new Migration(statements), notes(result, end, goal.filter()));
        }
    }

    /** A schema with its dependencies, which a snapshot does not name. */
    private Reading related(Reading original) {
        if (!original.dependencies().needs().isEmpty()) {
            return original;
        }
        Reading built = rebuilt(original, original.majorVersion());
        return new Reading(original.catalog(), built.dependencies(), original.unseen(), original.majorVersion());
    }

    /** What a schema is on a server of another version. */
    Reading rebuilt(Reading original, int majorVersion) {
        try (Copy copy = Copy.of(original, majorVersion, context, servers.shadows())) {
            return copy.read();
        }
    }

    private static void requireEqual(Reading from, Reading copy) {
        List<Difference> differences = Differ.differences(copy.catalog(), from.catalog()).stream()
                .filter(difference -> !ColumnOrder.isAllThatDiffers(difference))
                .toList();
        if (!differences.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemCode.MIGRATION, "a copy of FROM differs from it: " + listed(differences))
                            .state("only a shadow was changed")
                            .fix("leave these objects out with --exclude"));
        }
    }

    /** Gives the copy's objects their new names; the commands that did something are returned. */
    private static List<Statement> rename(Copy copy, Reading to, Goal goal) {
        var done = new ArrayList<Statement>();
        for (int round = 0; round < RENAMING_ROUNDS; round++) {
            Reading is = goal.origin(copy.read());
            List<Statement> renames = Renaming.statements(
                    Differ.differences(is.catalog(), goal.of(is, to).catalog()));
            List<Statement> refused =
                    copy.tryEach(renames).stream().map(Copy.Refused::statement).toList();
            List<Statement> succeeded =
                    renames.stream().filter(each -> !refused.contains(each)).toList();
            if (succeeded.isEmpty()) {
                break;
            }
            done.addAll(succeeded);
        }
        return done;
    }

    private static Migration plan(Reading from, Reading to, PlanOptions options) {
        Migration migration;
        try {
            migration = Planner.plan(from, to, options);
        } catch (Unmigratable e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.UNMIGRATABLE, String.valueOf(e.getMessage()))
                            .state("only a shadow was changed")
                            .fix(
                                    "migrate this object by hand; if only values would be changed, pass --allow-data-loss"),
                    e);
        }
        if (options.singleTransaction()) {
            migration.statements().stream()
                    .filter(statement -> !statement.transactional())
                    .findFirst()
                    .ifPresent(statement -> {
                        throw new ProblemException(Problem.of(
                                        ProblemCode.UNMIGRATABLE,
                                        "one statement cannot be in a transaction: " + statement.sql())
                                .state("only a shadow was changed")
                                .fix("leave out --single-transaction"));
                    });
        }
        return migration;
    }

    /** What the copy still lacks, if that is nothing but the order of columns. */
    private static List<String> notes(Reading result, Reading goal, CatalogFilter filter) {
        Set<ObjectKey> counting = filter.apply(goal.catalog()).objects().keySet();
        // A view that does not count may be built on what changes, and changes with it.
        List<Difference> left = Differ.differences(result.catalog(), goal.catalog()).stream()
                .filter(difference ->
                        counting.contains(difference.key()) || !(difference instanceof Difference.Changed))
                .toList();
        List<Difference> wrong = left.stream()
                .filter(difference -> !ColumnOrder.isAllThatDiffers(difference))
                .toList();
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemCode.MIGRATION, "the script would not lead to TO: " + listed(wrong))
                            .state("only a shadow was changed")
                            .fix("migrate these objects by hand, or leave them out with --exclude"));
        }
        return left.stream().map(Migrator::note).toList();
    }

    private static String note(Difference difference) {
        var changed = (Difference.Changed) difference;
        return "%s keeps the order of its columns: %s"
                .formatted(
                        DifferenceWords.of(difference, PUBLIC).title(),
                        changed.changes().get(0).from());
    }

    private static String listed(List<Difference> differences) {
        String more = differences.size() > LISTED ? ", and %d more".formatted(differences.size() - LISTED) : "";
        return differences.stream().limit(LISTED).map(Migrator::words).collect(Collectors.joining("; ", "", more));
    }

    private static String shown(@Nullable String value) {
        return value == null ? "nothing" : value;
    }

    private static String words(Difference difference) {
        DifferenceText text = DifferenceWords.of(difference, PUBLIC);
        String lines = text.lines().stream()
                .map(line -> line.isStatement()
                        ? line.property()
                        : "%s: %s, not %s".formatted(line.property(), shown(line.from()), shown(line.to())))
                .collect(Collectors.joining(", "));
        return switch (text.sign()) {
            case "+" -> text.title() + " is missing";
            case "-" -> text.title() + " is left over";
            default -> text.title() + " (" + lines.replaceAll("\\s+", " ") + ")";
        };
    }
}
