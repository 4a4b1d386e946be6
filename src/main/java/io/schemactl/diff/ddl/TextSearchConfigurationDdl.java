package io.schemactl.diff.ddl;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.TextSearchConfiguration;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Commands about text search configurations; see
 * <a href="https://www.postgresql.org/docs/current/sql-altertsconfig.html">ALTER TEXT SEARCH CONFIGURATION</a>.
 */
final class TextSearchConfigurationDdl implements Ddl<TextSearchConfiguration> {

    @Override
    public String name(TextSearchConfiguration configuration) {
        return name(configuration.name());
    }

    private static String name(QualifiedName name) {
        return "TEXT SEARCH CONFIGURATION " + name.quoted();
    }

    @Override
    public List<Step> create(TextSearchConfiguration configuration, Context context) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("CREATE %s (PARSER = %s)"
                .formatted(name(configuration), configuration.parser().quoted())));
        configuration
                .mappings()
                .forEach(mapping -> statements.add(Statement.of(setting("ADD", configuration.name(), mapping))));
        return List.of(Step.making(Part.of(configuration.key()), statements.toArray(Statement[]::new)));
    }

    private static String setting(String verb, QualifiedName name, TextSearchConfiguration.Mapping mapping) {
        String dictionaries =
                mapping.dictionaries().stream().map(QualifiedName::quoted).collect(joining(", "));
        return "ALTER %s %s MAPPING FOR %s WITH %s"
                .formatted(name(name), verb, quoted(mapping.tokenType()), dictionaries);
    }

    private static String quoted(String tokenType) {
        return new Identifier(tokenType).quoted();
    }

    @Override
    public Optional<List<Step>> alter(TextSearchConfiguration from, TextSearchConfiguration to, Context context) {
        if (!from.parser().equals(to.parser())) {
            return Optional.empty();
        }
        var commands = new ArrayList<>(InPlace.renaming(TextSearchConfigurationDdl::name, from.name(), to.name()));
        Map<String, List<QualifiedName>> old = byTokenType(from);
        Map<String, List<QualifiedName>> wanted = byTokenType(to);
        from.mappings().stream()
                .map(TextSearchConfiguration.Mapping::tokenType)
                .filter(type -> !wanted.containsKey(type))
                .forEach(type -> commands.add("ALTER %s DROP MAPPING FOR %s".formatted(name(to), quoted(type))));
        for (TextSearchConfiguration.Mapping mapping : to.mappings()) {
            List<QualifiedName> dictionaries = old.get(mapping.tokenType());
            if (dictionaries == null) {
                commands.add(setting("ADD", to.name(), mapping));
            } else if (!dictionaries.equals(mapping.dictionaries())) {
                commands.add(setting("ALTER", to.name(), mapping));
            }
        }
        return InPlace.of(from.key(), to.key(), commands);
    }

    private static Map<String, List<QualifiedName>> byTokenType(TextSearchConfiguration configuration) {
        return configuration.mappings().stream()
                .collect(toMap(
                        TextSearchConfiguration.Mapping::tokenType, TextSearchConfiguration.Mapping::dictionaries));
    }
}
