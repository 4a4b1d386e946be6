package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.TextSearchTemplate;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Commands about text search templates; see
 * <a href="https://www.postgresql.org/docs/current/sql-createtstemplate.html">CREATE TEXT SEARCH TEMPLATE</a>.
 */
final class TextSearchTemplateDdl implements Ddl<TextSearchTemplate> {

    @Override
    public String name(TextSearchTemplate template) {
        return name(template.name());
    }

    private static String name(QualifiedName name) {
        return "TEXT SEARCH TEMPLATE " + name.quoted();
    }

    @Override
    public List<Step> create(TextSearchTemplate template, Context context) {
        return List.of(Step.making(
                Part.of(template.key()), Statement.of("CREATE %s %s".formatted(name(template), properties(template)))));
    }

    private static String properties(TextSearchTemplate template) {
        return new Definition()
                .with("INIT", template.init())
                .with("LEXIZE", template.lexize())
                .toString();
    }

    @Override
    public Optional<List<Step>> alter(TextSearchTemplate from, TextSearchTemplate to, Context context) {
        return properties(from).equals(properties(to))
                ? InPlace.of(
                        from.key(), to.key(), InPlace.renaming(TextSearchTemplateDdl::name, from.name(), to.name()))
                : Optional.empty();
    }
}
