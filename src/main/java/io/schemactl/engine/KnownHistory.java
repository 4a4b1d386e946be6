package io.schemactl.engine;

import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import liquibase.ContextExpression;
import liquibase.Labels;
import liquibase.change.CheckSum;
import liquibase.changelog.AbstractChangeLogHistoryService;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;

/**
 * Tells Liquibase what has run, so that it does not look itself.
 *
 * <p>Its own service makes the history table the first time that it is asked, even while a changelog is parsed; schemactl
 * reads the table, and makes it only under its lock.
 */
final class KnownHistory extends AbstractChangeLogHistoryService {

    private static final int BEFORE_LIQUIBASE_OWN = 1000;

    private final Database database;
    private final List<RanChangeSet> ran;

    KnownHistory(Database database, List<HistoryRow> rows) {
        this.database = database;
        this.ran = rows.stream().map(KnownHistory::ran).toList();
        setDatabase(database);
    }

    private static RanChangeSet ran(HistoryRow row) {
        return new RanChangeSet(
                row.id().file(),
                row.id().id(),
                row.id().author(),
                row.checksum() == null ? null : CheckSum.parse(row.checksum()),
                Date.from(row.executed().atZone(ZoneId.systemDefault()).toInstant()),
                row.tag(),
                ChangeSet.ExecType.valueOf(row.execType().toUpperCase(Locale.ROOT)),
                row.description(),
                row.comments(),
                new ContextExpression(row.contexts()),
                new Labels(row.labels()),
                row.deployment(),
                row.id().file());
    }

    @Override
    public int getPriority() {
        return BEFORE_LIQUIBASE_OWN;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // one history a database, whatever Liquibase holds for equal
    public boolean supports(Database other) {
        return other == database;
    }

    @Override
    public void init() {
        // There is nothing to prepare: the rows are here.
    }

    @Override
    public List<RanChangeSet> getRanChangeSets() {
        return List.copyOf(ran);
    }

    @Override
    public boolean isDatabaseChecksumsCompatible() {
        return true;
    }

    @Override
    public boolean tagExists(String tag) {
        return ran.stream().anyMatch(row -> tag.equals(row.getTag()));
    }

    @Override
    public int getNextSequenceValue() {
        throw new UnsupportedOperationException("schemactl writes the history itself");
    }

    @Override
    public void setExecType(ChangeSet changeSet, ChangeSet.ExecType execType) {
        throw new UnsupportedOperationException("schemactl writes the history itself");
    }

    @Override
    public void removeFromHistory(ChangeSet changeSet) {
        throw new UnsupportedOperationException("schemactl writes the history itself");
    }

    @Override
    public void tag(String tag) {
        throw new UnsupportedOperationException("schemactl writes the history itself");
    }

    @Override
    public void clearAllCheckSums() {
        throw new UnsupportedOperationException("schemactl writes the history itself");
    }

    @Override
    public void destroy() {
        throw new UnsupportedOperationException("schemactl writes the history itself");
    }
}
