package io.schemactl.engine.compat;

import io.schemactl.config.Environment;
import io.schemactl.config.Origin;
import io.schemactl.config.Secret;
import io.schemactl.config.Settings;
import io.schemactl.config.Target;
import io.schemactl.config.TargetUrl;
import io.schemactl.db.Interruption;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.RollbackScope;
import io.schemactl.engine.RunListener;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemException;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.task.Plan;
import io.schemactl.task.PlanReport;
import io.schemactl.task.Rollback;
import io.schemactl.task.RollbackReport;
import io.schemactl.task.Stamp;
import io.schemactl.task.Status;
import io.schemactl.task.StatusReport;
import io.schemactl.task.TaskContext;
import io.schemactl.task.Upgrade;
import io.schemactl.task.UpgradeReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs schemactl's tasks on a test database, as the command line would. */
final class Schemactl {

    private final Target target;
    private final TaskContext context;
    private final List<String> said = new ArrayList<>();

    Schemactl(TestDatabase database, Path folder, String root) {
        this(database, folder, root, Map.of(), null, null);
    }

    Schemactl(
            TestDatabase database,
            Path folder,
            String root,
            Map<String, String> parameters,
            String contextFilter,
            String labelFilter) {
        this.target = new Target(
                "test",
                folder.resolve(root),
                folder,
                new TargetUrl(new Secret(database.url()), new Origin.Option("--url"), null),
                false,
                null,
                null,
                contextFilter,
                labelFilter,
                parameters,
                null,
                null);
        var settings = new Settings(
                null,
                List.of(target),
                Duration.ofSeconds(3),
                2,
                Duration.ofSeconds(30),
                Duration.ZERO,
                folder,
                new Secret("embedded:"),
                List.of(),
                List.of(),
                List.of(),
                "",
                "error",
                List.of(),
                List.of());
        this.context =
                new TaskContext(settings, Environment.ofProcess(), new Interruption(), listener(), "schemactl test");
    }

    UpgradeReport upgrade() {
        return explained(() -> new Upgrade(context).run(target, new Upgrade.Request(UpgradeScope.all(), true)));
    }

    UpgradeReport upgrade(int count) {
        var scope = new UpgradeScope(OptionalInt.of(count), null);
        return explained(() -> new Upgrade(context).run(target, new Upgrade.Request(scope, true)));
    }

    RollbackReport rollback(RollbackScope scope) {
        return explained(() -> new Rollback(context, lost -> {}).run(target, new Rollback.Request(scope, true)));
    }

    UpgradeReport stamp() {
        return explained(() -> new Stamp(context).run(target, new Stamp.Request(UpgradeScope.all(), null)));
    }

    StatusReport status() {
        return explained(() -> new Status(context).run(target));
    }

    PlanReport plan() {
        return explained(() -> new Plan(context).upgrade(target, UpgradeScope.all()));
    }

    PlanReport plan(int count) {
        return explained(() -> new Plan(context).upgrade(target, new UpgradeScope(OptionalInt.of(count), null)));
    }

    /** Says in a test's report all that is wrong, not only the first. */
    private <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            throw new AssertionError(
                    e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n", "\n", "\n")) + said,
                    e);
        }
    }

    /** What was said to the user. */
    List<String> said() {
        return said;
    }

    private RunListener listener() {
        return new RunListener() {
            @Override
            public void begins(ChangeSetEntry entry) {}

            @Override
            public void ended(ChangeSetResult result) {
                said.add("%s: %s".formatted(result.entry().id().id(), result.outcome()));
            }

            @Override
            public void says(String words) {
                said.add(words);
            }
        };
    }
}
