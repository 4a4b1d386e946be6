package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.TextSearchDictionary;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Commands about text search dictionaries; see
 * <a href="https://www.postgresql.org/docs/current/sql-createtsdictionary.html">CREATE TEXT SEARCH DICTIONARY</a>.
 */
final class TextSearchDictionaryDdl implements Ddl<TextSearchDictionary> {

    @Override
    public String name(TextSearchDictionary dictionary) {
        return name(dictionary.name());
    }

    private static String name(QualifiedName name) {
        return "TEXT SEARCH DICTIONARY " + name.quoted();
    }

    @Override
    public List<Step> create(TextSearchDictionary dictionary, Context context) {
        var properties = new Definition()
                .with("TEMPLATE", dictionary.template().quoted())
                .with(dictionary.options());
        return List.of(Step.making(
                Part.of(dictionary.key()), Statement.of("CREATE %s %s".formatted(name(dictionary), properties))));
    }

    @Override
    public Optional<List<Step>> alter(TextSearchDictionary from, TextSearchDictionary to, Context context) {
        if (!from.template().equals(to.template())) {
            return Optional.empty();
        }
        var commands = new ArrayList<>(InPlace.renaming(TextSearchDictionaryDdl::name, from.name(), to.name()));
        if (!from.options().equals(to.options())) {
            // A name alone takes its option away, and what is set comes last: so the new ones have their order.
            var changes = new Definition()
                    .with(from.options().stream()
                            .map(TextSearchDictionaryDdl::optionName)
                            .toList())
                    .with(to.options());
            commands.add("ALTER %s %s".formatted(name(to), changes));
        }
        return InPlace.of(from.key(), to.key(), commands);
    }

    private static String optionName(String option) {
        return option.substring(0, option.indexOf(" = "));
    }
}
