package io.schemactl.task;

import io.schemactl.catalog.Reading;
import io.schemactl.catalog.read.CatalogSession;
import io.schemactl.catalog.read.Scope;
import io.schemactl.config.Target;
import io.schemactl.engine.ChangelogStatus;
import io.schemactl.engine.Migration;
import io.schemactl.finding.Finding;
import io.schemactl.sql.Identifier;
import io.schemactl.story.ExpectationFile;
import io.schemactl.story.Expectations;
import io.schemactl.story.Story;
import io.schemactl.story.StoryExpectations;
import io.schemactl.verify.Verification;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says whether a database is what its changelog says; reads only. */
public final class Verify {

    private final TaskContext context;

    /** A task in a context. */
    public Verify(TaskContext context) {
        this.context = context;
    }

    /**
     * Compares a target's database with what its applied stories say, and with all that the changelog makes.
     *
     * @throws io.schemactl.problem.ProblemException if the changelog or an expectation file is wrong, or the server fails
     */
    public VerifyReport run(Target target, VerifyRequest request) {
        long start = System.nanoTime();
        Checked checked = Session.with(context, target, Session.Purpose.READ, session -> check(session, request));
        List<Finding> findings = new ArrayList<>(checked.findings());
        Optional<Drift.Compared> drift = new Drift(context, request).find(checked.live(), findings);
        drift.ifPresent(compared -> findings.addAll(compared.findings()));
        return new VerifyReport(
                checked.target(),
                checked.live().stories(),
                checked.expectations(),
                drift.map(Drift.Compared::report).orElse(null),
                findings,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** What came of all but the comparison of the whole catalog. */
    private record Checked(TargetReport target, int expectations, List<Finding> findings, Drift.Live live) {}

    private static Checked check(Session session, VerifyRequest request) throws SQLException {
        Migration migration = session.migration();
        var schema = new Identifier(migration.defaultSchema());
        List<StoryExpectations> written = expectations(migration, schema);
        ChangelogStatus status = migration.status();
        List<StoryStatus> stories = Status.stories(status);
        Expectations expected = Expectations.merge(applied(written, stories));
        List<Finding> findings = new ArrayList<>(HistoryFindings.of(status, stories, migration.startedChangeSets()));
        var scope = new Scope(migration.ownTables());
        try (CatalogSession catalogs = CatalogSession.open(session.connection().driverConnection())) {
            Reading reading = catalogs.readAll(scope);
            findings.addAll(Verification.findings(reading.catalog(), catalogs.expressions(schema), expected, schema));
            CatalogFilter filter = request.filter();
            Reading counting = filter.equals(CatalogFilter.ALL) ? reading : catalogs.readAll(filter.narrow(scope));
            var around = Surroundings.of(session.connection(), reading.majorVersion(), migration.ownTables());
            var live = new Drift.Live(session.target(), stories, status, schema, counting, around);
            return new Checked(session.report(), expected.all().size(), findings, live);
        }
    }

    /** All stories' expectations, so that a wrong file is found whether its story is applied or not. */
    private static List<StoryExpectations> expectations(Migration migration, Identifier schema) {
        Map<String, Path> files = new LinkedHashMap<>();
        migration
                .changelog()
                .entries()
                .forEach(entry ->
                        files.putIfAbsent(entry.story(), entry.position().file()));
        List<StoryExpectations> written = new ArrayList<>();
        files.forEach((name, file) -> {
            var story = new Story(name, Story.of(file).folder());
            if (story.findExpectations().isPresent()) {
                written.add(ExpectationFile.read(story, schema));
            }
        });
        return written;
    }

    private static List<StoryExpectations> applied(List<StoryExpectations> written, List<StoryStatus> stories) {
        List<String> applied = stories.stream()
                .filter(StoryStatus::isApplied)
                .map(StoryStatus::name)
                .toList();
        return written.stream().filter(story -> applied.contains(story.story())).toList();
    }
}
