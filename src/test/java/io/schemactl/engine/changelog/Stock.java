package io.schemactl.engine.changelog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.PostgresDatabase;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.DirectoryResourceAccessor;

/** What Liquibase itself makes of a changelog. */
final class Stock {

    private Stock() {}

    static {
        System.setProperty("liquibase.analytics.enabled", "false");
        java.util.logging.LogManager.getLogManager().reset();
    }

    static List<String> identities(List<ChangeSet> changeSets) {
        return changeSets.stream()
                .map(each -> each.getFilePath() + "::" + each.getId() + "::" + each.getAuthor() + " "
                        + each.getChanges().stream()
                                .map(change -> change.getSerializedObjectName())
                                .toList())
                .toList();
    }

    static List<ChangeSet> parse(Path folder, String root, Map<String, String> parameters) throws Exception {
        var accessor = new DirectoryResourceAccessor(folder);
        return Scope.child(Map.of(Scope.Attr.resourceAccessor.name(), accessor), () -> {
            var values = new ChangeLogParameters(new PostgresDatabase());
            parameters.forEach(values::set);
            DatabaseChangeLog changelog = ChangeLogParserFactory.getInstance()
                    .getParser(root, accessor)
                    .parse(root, values, accessor);
            return changelog.getChangeSets();
        });
    }
}
