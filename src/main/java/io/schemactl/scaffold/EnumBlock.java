package io.schemactl.scaffold;

import io.schemactl.diff.Statement;
import io.schemactl.diff.story.ChangeSet;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.WrittenName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A new enum type.
 *
 * @param name its name
 * @param labels its labels, in their order
 * @param comment what it is, in words
 */
record EnumBlock(WrittenName name, List<String> labels, String comment) implements Block {

    private static final String OPTION = "--enum";

    EnumBlock {
        labels = List.copyOf(labels);
    }

    /** Reads {@code order_status(new, paid, 'sent out')}. */
    static EnumBlock parse(String text) {
        var words = new Words(
                text,
                () -> Refusal.of(
                        "%s: `%s` is not an enum type".formatted(OPTION, text),
                        "write `order_status(new, paid, 'sent out')`"));
        WrittenName name = words.name();
        words.require('(');
        var labels = new ArrayList<String>();
        do {
            labels.add(words.label());
        } while (words.skip(','));
        words.require(')');
        String comment = words.skip("comment") ? words.constant() : ObjectNames.comment(name.last());
        words.requireEnd();
        if (new HashSet<>(labels).size() != labels.size()) {
            throw Refusal.of("%s: a label stands twice in `%s`".formatted(OPTION, text), "write each label once");
        }
        return new EnumBlock(name, labels, comment);
    }

    @Override
    public List<ChangeSet> changeSets(Place place) {
        QualifiedName type = name.in(place.schema());
        String list = labels.stream().map(Literal::of).collect(Collectors.joining(", "));
        return List.of(ChangeSet.of(
                "New enum type " + type.display(),
                List.of(
                        Statement.of("CREATE TYPE %s AS ENUM (%s)".formatted(type.quoted(), list)),
                        Statement.of("COMMENT ON TYPE %s IS %s".formatted(type.quoted(), Literal.of(comment)))),
                List.of(Statement.of("DROP TYPE " + type.quoted()))));
    }

    @Override
    public List<StoryTest> tests(Place before, Place place) {
        return List.of(labels(place, name));
    }

    /** What labels a type has, in their order. */
    static StoryTest labels(Place place, WrittenName name) {
        var type = place.enumType(name);
        List<List<Object>> rows =
                type.labels().stream().map(label -> List.<Object>of(label)).toList();
        return StoryTest.rows(
                "%s has its labels in their order".formatted(type.name().display()),
                "SELECT unnest(enum_range(NULL::%s))::text"
                        .formatted(type.name().display()),
                rows);
    }
}
