package io.schemactl.task;

import io.schemactl.catalog.read.CatalogSession;
import io.schemactl.catalog.read.Scope;
import io.schemactl.config.Target;
import io.schemactl.engine.ChangelogStatus;
import io.schemactl.engine.Migration;
import io.schemactl.sql.Identifier;
import io.schemactl.story.ExpectationFile;
import io.schemactl.story.Expectations;
import io.schemactl.story.Story;
import io.schemactl.story.StoryExpectations;
import io.schemactl.verify.Finding;
import io.schemactl.verify.Verification;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says whether a database is what its changelog says; reads only. */
public final class Verify {

    private final TaskContext context;

    /** A task in a context. */
    public Verify(TaskContext context) {
        this.context = context;
    }

    /**
     * Compares a target's database with what its applied stories say.
     *
     * @throws io.schemactl.problem.ProblemException if the changelog or an expectation file is wrong, or the server fails
     */
    public VerifyReport run(Target target) {
        return Session.with(context, target, Session.Purpose.READ, this::run);
    }

    private VerifyReport run(Session session) throws SQLException {
        long start = System.nanoTime();
        Migration migration = session.migration();
        var schema = new Identifier(migration.defaultSchema());
        List<StoryExpectations> written = expectations(migration, schema);
        ChangelogStatus status = migration.status();
        List<StoryStatus> stories = Status.stories(status);
        Expectations expected = Expectations.merge(applied(written, stories));
        List<Finding> findings = new ArrayList<>(HistoryFindings.of(status, stories, migration.startedChangeSets()));
        try (CatalogSession reading = CatalogSession.open(session.connection().driverConnection())) {
            var catalog = reading.read(new Scope(migration.ownTables()));
            findings.addAll(Verification.findings(catalog, reading.expressions(schema), expected, schema));
        }
        return new VerifyReport(
                session.report(),
                stories,
                expected.all().size(),
                findings,
                Duration.ofNanos(System.nanoTime() - start));
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
