package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.db.ServerFacts;
import io.schemactl.db.WorkConnection;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.ChangeSetState;
import io.schemactl.engine.ChangeSetStatus;
import io.schemactl.engine.Changelog;
import io.schemactl.engine.ChangelogStatus;
import io.schemactl.engine.HistoryRow;
import io.schemactl.engine.Migration;
import io.schemactl.engine.StartedChangeSet;
import io.schemactl.live.Health.DatabaseFacts;
import io.schemactl.live.Health.SchemaFacts;
import io.schemactl.live.HealthReader;
import io.schemactl.live.Statistics.Applied;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at what the role may do, and how the history stands beside the changelog. */
final class HistoryCheck {

    private final Target target;
    private final WorkConnection connection;
    private final ServerFacts facts;
    private @Nullable Migration migration;

    HistoryCheck(Target target, WorkConnection connection, ServerFacts facts) {
        this.target = target;
        this.connection = connection;
        this.facts = facts;
    }

    void run(Consultation consultation) throws SQLException {
        consultation.ask("role", this::role);
        consultation.ask("changelog", this::changelog);
        Migration opened = migration;
        if (opened != null) {
            consultation.ask("history", () -> history(opened));
            consultation.ask("stock-lock", () -> stockLock(opened));
        }
    }

    /** The change sets that the history has, as the changelog names them where it has them; empty if that could not be found out. */
    Optional<List<Applied>> findApplied() throws SQLException {
        if (migration == null) {
            return Optional.empty();
        }
        ChangelogStatus status = migration.status();
        Stream<ChangeSetId> known = status.changeSets().stream()
                .filter(changeSet -> changeSet.row() != null)
                .map(changeSet -> changeSet.entry().id());
        return Optional.of(Stream.concat(known, status.unknown().stream().map(HistoryRow::id))
                .map(id -> new Applied(id.id(), id.author(), id.file()))
                .toList());
    }

    private List<Diagnosis> role() throws SQLException {
        var reader = new HealthReader(connection);
        DatabaseFacts database = reader.database();
        String wanted = target.historySchema() == null ? target.defaultSchema() : target.historySchema();
        Optional<SchemaFacts> schema = reader.schema(wanted);
        List<Diagnosis> found = new ArrayList<>();
        String superuser = facts.isSuperuser() ? ", a superuser, which migrations rarely need" : "";
        String may = database.mayCreate() ? "may" : "may not";
        found.add(Diagnosis.ok(
                "role",
                "role %s%s, %s make schemas and trusted extensions".formatted(facts.currentUser(), superuser, may)));
        found.add(schema.map(this::schema)
                .orElseGet(() -> Diagnosis.error(
                        "schema",
                        wanted == null
                                ? "no schema of the search path exists"
                                : "schema %s does not exist".formatted(wanted),
                        "create the schema, or set `default-schema` of the target")));
        return found;
    }

    private Diagnosis schema(SchemaFacts schema) {
        if (schema.hasHistory() && !schema.mayWriteHistory()) {
            return Diagnosis.error(
                    "schema",
                    "the role may not write the history in schema " + schema.name(),
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON %s.databasechangelog TO the role"
                            .formatted(schema.name()));
        }
        if (schema.mayCreate() && schema.mayUse()) {
            return Diagnosis.ok("schema", "the role may make tables in schema " + schema.name());
        }
        String message = "the role may not make tables in schema " + schema.name();
        String fix = "GRANT CREATE, USAGE ON SCHEMA %s TO the role".formatted(schema.name());
        return schema.hasHistory() && schema.mayUse()
                ? Diagnosis.warning("schema", message, fix)
                : Diagnosis.error("schema", message, fix);
    }

    private List<Diagnosis> changelog() throws SQLException {
        Session.check(target);
        Changelog changelog = Changelog.load(Session.request(target));
        migration = Migration.open(changelog, connection);
        return List.of(Diagnosis.ok(
                "changelog",
                "%d change sets in %d stories, without mistakes"
                        .formatted(
                                changelog.entries().size(), changelog.stories().size())));
    }

    private static List<Diagnosis> history(Migration migration) throws SQLException {
        ChangelogStatus status = migration.status();
        List<Diagnosis> found = new ArrayList<>();
        long applied =
                status.changeSets().stream().filter(each -> each.row() != null).count();
        found.add(Diagnosis.ok(
                "history",
                "%d applied, %d pending"
                        .formatted(applied, status.in(ChangeSetState.PENDING).size())));
        for (ChangeSetStatus changed : status.in(ChangeSetState.CHANGED)) {
            found.add(Diagnosis.error(
                    "history",
                    "%s was changed after it was applied"
                            .formatted(changed.entry().label()),
                    "undo the edit and write a new change set, or add `validCheckSum` if the edit changes nothing"));
        }
        status.unknown()
                .forEach(row -> found.add(Diagnosis.warning(
                        "history",
                        "change set %s by %s of %s is applied, but not in the changelog"
                                .formatted(
                                        row.id().id(),
                                        row.id().author(),
                                        row.id().file()),
                        "use the changelog that applied it, or put it back")));
        for (StartedChangeSet open : migration.startedChangeSets()) {
            found.add(Diagnosis.warning(
                    "history",
                    "change set %s was started and did not end"
                            .formatted(open.id().id()),
                    "run `schemactl %s`, it goes on where it stopped".formatted(open.command())));
        }
        return found;
    }

    private static List<Diagnosis> stockLock(Migration migration) throws SQLException {
        return migration
                .findStockLock()
                .map(lock -> List.of(Diagnosis.warning(
                        "stock-lock",
                        lock.describe(),
                        "see whether the stock engine runs; if not, `liquibase release-locks` frees it")))
                .orElseGet(List::of);
    }
}
