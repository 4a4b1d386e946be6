package io.schemactl.engine;

import io.schemactl.db.WorkConnection;
import io.schemactl.engine.changelog.Batch;
import io.schemactl.engine.changelog.ChangeSetSource;
import io.schemactl.engine.changelog.ChangeSource;
import io.schemactl.engine.changelog.ChangelogSource;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import org.jspecify.annotations.Nullable;

/** A changelog, read and checked: its change sets in the order in which they run. */
public final class Changelog {

    private final ChangelogRequest request;
    private final ChangelogSource source;
    private final LiquibaseRuntime runtime;
    private final TargetDatabase database;
    private final DatabaseChangeLog liquibase;
    private final Map<ChangeSetEntry, ChangeSet> changeSets = new LinkedHashMap<>();
    private final Set<ChangeSetId> markedInvalid = new HashSet<>();

    private Changelog(
            ChangelogRequest request, ChangelogSource source, LiquibaseRuntime runtime, TargetDatabase database) {
        this.request = request;
        this.source = source;
        this.runtime = runtime.on(database);
        this.database = database;
        this.liquibase = this.runtime.call(this::parse);
        for (ChangeSet changeSet : liquibase.getChangeSets()) {
            changeSets.put(entry(changeSet), changeSet);
        }
    }

    /**
     * Reads a changelog without a connection.
     *
     * @throws ProblemException with all that is wrong in its files, code {@link ProblemCode#CHANGELOG}
     */
    public static Changelog load(ChangelogRequest request) {
        var runtime = new LiquibaseRuntime(request);
        return runtime.call(() -> {
            var source = ChangelogSource.read(request.root(), request.searchPath(), request.parameters());
            var changelog = new Changelog(request, source, runtime, new TargetDatabase(request));
            changelog.markedInvalid.addAll(changelog.runtime.call(() -> new ChangeValidation(changelog).check()));
            return changelog;
        });
    }

    /**
     * This changelog as it is for a connection: {@code ${database.…}} parameters have their values, and changes that read
     * the database can do so.
     */
    Changelog connected(WorkConnection connection) throws SQLException {
        HistoryTable history = history(connection);
        List<HistoryRow> rows = history.read(connection);
        try {
            return runtime.call(() -> connected(connection, rows));
        } catch (RuntimeException e) {
            // Liquibase has its own words for a connection that is gone, and they do not say so.
            if (connection.isLost()) {
                throw new SQLException("the connection was lost while the changelog was read", "08006", e);
            }
            throw e;
        }
    }

    private Changelog connected(WorkConnection connection, List<HistoryRow> rows) throws DatabaseException {
        var connected = new TargetDatabase(request);
        connected.borrow(connection.driverConnection());
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .register(new KnownHistory(connected, rows));
        var changelog = new Changelog(request, source, runtime, connected);
        changelog.markedInvalid.addAll(markedInvalid);
        return changelog;
    }

    /** The history table, in a schema that is there. */
    HistoryTable history(WorkConnection connection) throws SQLException {
        var schemas = new Schemas(connection);
        schemas.require(request.defaultSchema(), "default-schema");
        schemas.require(request.historySchema(), "history-schema");
        var history = new HistoryTable(schemas.ofHistory(request));
        history.requireUsable(connection);
        return history;
    }

    /** Whether a change set is wrong, but is to be recorded all the same: {@code onValidationFail: MARK_RAN}. */
    boolean isMarkedInvalid(ChangeSetEntry entry) {
        return markedInvalid.contains(entry.id());
    }

    /** The change sets, in the order in which they run. */
    public List<ChangeSetEntry> entries() {
        return List.copyOf(changeSets.keySet());
    }

    /** The stories, in the order in which they run. */
    public List<String> stories() {
        var stories = new LinkedHashSet<String>();
        changeSets.keySet().forEach(entry -> stories.add(entry.story()));
        return List.copyOf(stories);
    }

    /** The files as written. */
    public ChangelogSource source() {
        return source;
    }

    ChangelogRequest request() {
        return request;
    }

    LiquibaseRuntime runtime() {
        return runtime;
    }

    TargetDatabase database() {
        return database;
    }

    DatabaseChangeLog liquibase() {
        return liquibase;
    }

    Map<ChangeSetEntry, ChangeSet> changeSets() {
        return changeSets;
    }

    ChangeSet changeSet(ChangeSetEntry entry) {
        ChangeSet changeSet = changeSets.get(entry);
        if (changeSet == null) {
            throw new IllegalArgumentException("not of this changelog: " + entry.id());
        }
        return changeSet;
    }

    /** The i-th change of a change set as written. */
    Optional<ChangeSource> findChange(ChangeSetEntry entry, int index) {
        return find(entry.id())
                .map(ChangeSetSource::changes)
                .filter(changes -> index < changes.size())
                .map(changes -> changes.get(index));
    }

    /** Where the i-th change of a change set stands. */
    Position changePosition(ChangeSetEntry entry, int index) {
        return findChange(entry, index).map(ChangeSource::position).orElse(entry.position());
    }

    /**
     * The i-th change of a rollback block as written.
     *
     * @param count how many changes Liquibase made of the block; nothing is known of them if more or fewer are written
     */
    Optional<ChangeSource> findRollbackChange(ChangeSetEntry entry, int index, int count) {
        return find(entry.id())
                .map(ChangeSetSource::rollbackChanges)
                .filter(changes -> changes.size() == count)
                .map(changes -> changes.get(index));
    }

    /** Where the rollback block of a change set stands, if it has one. */
    public Position rollbackPosition(ChangeSetEntry entry) {
        Position rollback = find(entry.id()).map(ChangeSetSource::rollback).orElse(null);
        return rollback == null ? entry.position() : rollback;
    }

    /** How the statement of a change set is executed in ranges, if it is. */
    Optional<Batch> findBatch(ChangeSetEntry entry) {
        return find(entry.id()).map(ChangeSetSource::batch);
    }

    private Optional<ChangeSetSource> find(ChangeSetId id) {
        return source.find(id.id(), id.author(), id.file());
    }

    private DatabaseChangeLog parse() throws LiquibaseException {
        var parameters = new ChangeLogParameters(database);
        parameters.setContexts(new Contexts(request.contextFilter()));
        parameters.setLabels(new LabelExpression(request.labelFilter()));
        request.parameters().forEach(parameters::set);
        String root = request.searchPath().relativize(request.root()).toString().replace('\\', '/');
        return ChangeLogParserFactory.getInstance()
                .getParser(root, runtime.files())
                .parse(root, parameters, runtime.files());
    }

    private ChangeSetEntry entry(ChangeSet changeSet) {
        var id = new ChangeSetId(changeSet.getId(), changeSet.getAuthor(), changeSet.getFilePath());
        ChangeSetSource written = find(id).orElseThrow(() -> new ProblemException(
                Problem.of(ProblemCode.INTERNAL, "Liquibase reads a change set that schemactl does not: " + id)));
        return new ChangeSetEntry(
                id,
                written.story() == null ? written.recordedFile() : written.story(),
                written.position(),
                changeSet.getDescription(),
                changeSet.getComments(),
                changeSet.isRunInTransaction(),
                filteredBecause(changeSet));
    }

    /** Asks all filters, also when one has said no: they drop the {@code modifySql} parts that are not meant for here. */
    private @Nullable String filteredBecause(ChangeSet changeSet) {
        List<String> reasons = new ArrayList<>();
        for (ChangeSetFilter filter : filters()) {
            ChangeSetFilterResult result = filter.accepts(changeSet);
            if (!result.isAccepted()) {
                reasons.add(result.getMessage());
            }
        }
        return reasons.isEmpty() ? null : String.join("; ", reasons);
    }

    private List<ChangeSetFilter> filters() {
        return List.of(
                new DbmsChangeSetFilter(database),
                new ContextChangeSetFilter(new Contexts(request.contextFilter())),
                new LabelChangeSetFilter(new LabelExpression(request.labelFilter())),
                new IgnoreChangeSetFilter());
    }
}
