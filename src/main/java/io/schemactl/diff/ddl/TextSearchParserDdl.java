package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.TextSearchParser;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Commands about text search parsers; see
 * <a href="https://www.postgresql.org/docs/current/sql-createtsparser.html">CREATE TEXT SEARCH PARSER</a>.
 */
final class TextSearchParserDdl implements Ddl<TextSearchParser> {

    @Override
    public String name(TextSearchParser parser) {
        return name(parser.name());
    }

    private static String name(QualifiedName name) {
        return "TEXT SEARCH PARSER " + name.quoted();
    }

    @Override
    public List<Step> create(TextSearchParser parser, Context context) {
        return List.of(Step.making(
                Part.of(parser.key()), Statement.of("CREATE %s %s".formatted(name(parser), properties(parser)))));
    }

    private static String properties(TextSearchParser parser) {
        return new Definition()
                .with("START", parser.start())
                .with("GETTOKEN", parser.token())
                .with("END", parser.end())
                .with("HEADLINE", parser.headline())
                .with("LEXTYPES", parser.tokenTypes())
                .toString();
    }

    @Override
    public Optional<List<Step>> alter(TextSearchParser from, TextSearchParser to, Context context) {
        return properties(from).equals(properties(to))
                ? InPlace.of(from.key(), to.key(), InPlace.renaming(TextSearchParserDdl::name, from.name(), to.name()))
                : Optional.empty();
    }
}
