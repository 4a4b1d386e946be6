package io.schemactl.engine.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.database.core.PostgresDatabase;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;

/** The corpus is only worth something if it is complete; there is no change type without a meaning on PostgreSQL. */
class ChangeTypesTest {

    @Test
    void corpusHasEveryChangeTypeThatLiquibaseKnows() throws Exception {
        var used = new TreeSet<String>();
        for (Path folder : new Path[] {CorpusTest.CORPUS, CorpusTest.CORPUS.resolveSibling("programs")}) {
            for (ChangeSet changeSet : parse(folder)) {
                changeSet.getChanges().forEach(change -> used.add(change.getSerializedObjectName()));
            }
        }
        var known = Scope.getCurrentScope().getSingleton(ChangeFactory.class).getDefinedChanges();
        assertEquals(new TreeSet<>(known), used);
    }

    static Iterable<ChangeSet> parse(Path folder) throws Exception {
        var files = new DirectoryResourceAccessor(folder);
        var database = new PostgresDatabase();
        return Scope.child(
                Map.of(Scope.Attr.resourceAccessor.name(), files, Scope.Attr.database.name(), database),
                () -> ChangeLogParserFactory.getInstance()
                        .getParser("root.yaml", files)
                        .parse("root.yaml", new ChangeLogParameters(database), files)
                        .getChangeSets());
    }
}
