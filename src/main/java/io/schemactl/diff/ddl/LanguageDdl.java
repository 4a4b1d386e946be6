package io.schemactl.diff.ddl;

import io.schemactl.catalog.Language;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Commands about procedural languages; see
 * <a href="https://www.postgresql.org/docs/current/sql-createlanguage.html">CREATE LANGUAGE</a>.
 */
final class LanguageDdl implements Ddl<Language> {

    @Override
    public String name(Language language) {
        return name(language.name());
    }

    private static String name(Identifier name) {
        return "LANGUAGE " + name.quoted();
    }

    @Override
    public List<Step> create(Language language, Context context) {
        return List.of(Step.making(Part.of(language.key()), Statement.of("CREATE " + definition(language))));
    }

    @Override
    public Optional<List<Step>> alter(Language from, Language to, Context context) {
        var commands = new ArrayList<String>();
        if (!from.name().equals(to.name())) {
            commands.add("ALTER %s RENAME TO %s".formatted(name(from), to.name().quoted()));
        }
        if (!definition(from).replace(name(from), name(to)).equals(definition(to))) {
            commands.add("CREATE OR REPLACE " + definition(to));
        }
        return InPlace.of(from.key(), to.key(), commands);
    }

    private String definition(Language language) {
        return "%s%s HANDLER %s%s%s"
                .formatted(
                        language.trusted() ? "TRUSTED " : "",
                        name(language),
                        language.handler(),
                        language.inline() == null ? "" : " INLINE " + language.inline(),
                        language.validator() == null ? "" : " VALIDATOR " + language.validator());
    }
}
