package io.schemactl.task;

import io.schemactl.catalog.Reading;
import io.schemactl.catalog.read.CatalogSession;
import io.schemactl.catalog.read.Scope;
import io.schemactl.config.Target;
import io.schemactl.db.ServerErrors;
import io.schemactl.db.WorkConnection;
import io.schemactl.diff.Differ;
import io.schemactl.diff.Difference;
import io.schemactl.diff.DifferenceWords;
import io.schemactl.diff.Statement;
import io.schemactl.diff.ddl.Unmigratable;
import io.schemactl.diff.story.ChangeSet;
import io.schemactl.diff.story.ExpectationText;
import io.schemactl.diff.story.StoryText;
import io.schemactl.engine.OwnTables;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.problem.Excerpt;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.scaffold.Block;
import io.schemactl.scaffold.Place;
import io.schemactl.scaffold.StoryTest;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a story of blocks: each is applied on a shadow that holds the changelog, because what it needs depends on what is there. */
final class Scaffolding {

    private static final String HEAD =
            "Written by `schemactl new`, and tried there, back and there again. Review it before it is applied.";

    /** A row for a table: the number of its file, and its name. */
    private static final String FILES = """
            SELECT pg_catalog.pg_relation_filenode(c.oid) || ' ' || pg_catalog.format('%I.%I', n.nspname, c.relname)
              FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
             ORDER BY 1""";

    private final TaskContext context;
    private final Target target;
    private final Identifier schema;

    Scaffolding(TaskContext context, Target target) {
        this.context = context;
        this.target = target;
        this.schema = new Identifier(target.defaultSchema() == null ? "public" : target.defaultSchema());
    }

    /**
     * The texts of a story.
     *
     * @throws ProblemException if a block makes no sense, or is not taken back exactly
     */
    StoryFolder.Texts texts(StoryText text, List<Block> blocks) {
        try (var servers = new ShadowServers(context)) {
            return new Replay(context, servers.shadows()).rehearse(target, Surroundings.ofVersion(null), rehearsal -> {
                rehearsal.upgrade(UpgradeScope.all(), new SilentListener());
                return new Trial(rehearsal.connection()).texts(text, blocks);
            });
        }
    }

    /** One shadow, on which the blocks are applied. */
    private final class Trial {

        private final WorkConnection connection;
        private final List<ChangeSet> changeSets = new ArrayList<>();

        Trial(WorkConnection connection) {
            this.connection = connection;
        }

        StoryFolder.Texts texts(StoryText text, List<Block> blocks) throws SQLException {
            Reading before = read();
            List<Block> all = new ArrayList<>(blocks);
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                places.add(new Place(read(), schema));
                all.addAll(add(all.get(i), places.get(i)));
            }
            Reading after = read();
            var tests = new TestTrial(connection);
            List<StoryTest> kept = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                kept.addAll(tests.holding(all.get(i).tests(places.get(i), new Place(after, schema))));
            }
            requireWayBack(before, after);
            List<Difference> differences = Differ.differences(before.catalog(), after.catalog());
            return new StoryFolder.Texts(
                    changelog(text),
                    ExpectationText.of(differences, before.catalog(), after.catalog(), schema),
                    TestTrial.text(kept));
        }

        private String changelog(StoryText text) {
            try {
                return text.changelog(HEAD, changeSets);
            } catch (Unmigratable e) {
                throw new ProblemException(
                        Problem.of(ProblemCode.UNMIGRATABLE, String.valueOf(e.getMessage()))
                                .state("nothing was written"),
                        e);
            }
        }

        /** Applies a block; what it wants besides is returned. */
        private List<Block> add(Block block, Place place) throws SQLException {
            List<ChangeSet> planned = block.changeSets(place);
            List<String> files = connection.queryTexts(FILES);
            for (ChangeSet changeSet : planned) {
                apply(changeSet.changes(), changeSet.transactional());
            }
            requireNoRewrite(files);
            var after = read();
            changeSets.addAll(block.withRollback(planned, place, after));
            return block.followers(new Place(after, schema));
        }

        /** A table whose rows were written anew has another file. */
        private void requireNoRewrite(List<String> before) throws SQLException {
            Set<String> after = new HashSet<>(connection.queryTexts(FILES));
            List<String> tables = before.stream()
                    .filter(each -> !after.contains(each))
                    .map(each -> each.substring(each.indexOf(' ') + 1))
                    .toList();
            if (!tables.isEmpty()) {
                throw new ProblemException(Problem.of(
                                ProblemCode.USAGE,
                                "the change would write all rows of %s anew, and block the table meanwhile"
                                        .formatted(String.join(", ", tables)))
                        .state("nothing was written")
                        .fix("give a new column a constant default, or none and use --backfill"));
            }
        }

        private Reading read() throws SQLException {
            try (CatalogSession session = CatalogSession.open(connection.driverConnection())) {
                return session.readAll(new Scope(OwnTables.find(connection)));
            }
        }

        private void requireWayBack(Reading before, Reading after) throws SQLException {
            for (int i = changeSets.size() - 1; i >= 0; i--) {
                apply(changeSets.get(i).rollback(), changeSets.get(i).transactional());
            }
            requireEqual(before, read(), "taking the story back does not lead to what was before");
            for (ChangeSet changeSet : changeSets) {
                apply(changeSet.changes(), changeSet.transactional());
            }
            requireEqual(after, read(), "applying the story again does not lead to the same");
        }

        private void apply(List<Statement> statements, boolean inTransaction) throws SQLException {
            if (inTransaction) {
                connection.execute("BEGIN");
                // A function that is made anew may come before what its body mentions; the changelog says so too.
                connection.execute("SET LOCAL check_function_bodies = off");
            }
            for (Statement statement : statements) {
                execute(statement);
            }
            if (inTransaction) {
                connection.execute("COMMIT");
            }
        }

        private void execute(Statement statement) throws SQLException {
            try {
                connection.execute(statement.sql());
            } catch (SQLException e) {
                if (context.interruption().isRequested() || ServerErrors.code(e) == ProblemCode.CONNECTION_LOST) {
                    throw e;
                }
                throw new ProblemException(
                        Problem.of(ProblemCode.MIGRATION, "the shadow refused what the story would do")
                                .saidBy(ServerErrors.findMessage(e).orElse(null))
                                .in(new Excerpt(statement.sql(), null))
                                .state("nothing was written")
                                .fix("correct the option that asks for it"),
                        e);
            }
        }
    }

    private void requireEqual(Reading wanted, Reading is, String complaint) {
        List<Difference> differences = Differ.differences(wanted.catalog(), is.catalog());
        if (!differences.isEmpty()) {
            String titles = differences.stream()
                    .map(difference -> DifferenceWords.of(difference, schema).title())
                    .collect(Collectors.joining(", "));
            throw new ProblemException(Problem.of(ProblemCode.MIGRATION, complaint + ": " + titles)
                    .state("nothing was written")
                    .fix("write this change by hand"));
        }
    }
}
