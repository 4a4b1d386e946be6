package io.schemactl.story;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.TablePart.ExpectedIndex;
import io.schemactl.story.TablePart.ExpectedIndexKey;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Entry;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the indexes of a table. */
final class IndexSection {

    private static final List<String> ORDER = List.of("asc", "desc");
    private static final List<String> NULLS = List.of("first", "last");

    private final Reading reading;
    private final QualifiedName table;

    IndexSection(Reading reading, QualifiedName table) {
        this.reading = reading;
        this.table = table;
    }

    void read(Identifier name, Entry entry) {
        reading.fields(entry.value(), Shape.INDEX).ifPresent(fields -> {
            fields.require("columns");
            reading.expectations()
                    .add(new ExpectedIndex(
                            Subject.of(SubjectKind.INDEX, new QualifiedName(table.schema(), name)),
                            reading.origin(entry.key().position()),
                            table,
                            fields.flag("unique", false),
                            fields.text("method").orElse("btree"),
                            keys(fields),
                            fields.identifiers("include"),
                            fields.expression("where"),
                            fields.flag("nulls-not-distinct", false),
                            fields.comment()));
        });
    }

    private List<ExpectedIndexKey> keys(Fields fields) {
        Optional<YamlNode> columns = fields.find("columns");
        if (columns.isEmpty() || !(columns.get() instanceof Sequence sequence)) {
            columns.ifPresent(
                    node -> reading.complaints().add(node.position(), "`columns` wants a list, such as [a, b]"));
            return List.of();
        }
        return sequence.items().stream().flatMap(item -> key(item).stream()).toList();
    }

    private Optional<ExpectedIndexKey> key(YamlNode item) {
        if (item instanceof Scalar scalar && !scalar.isNull()) {
            return reading.names()
                    .identifier(scalar.text(), scalar.position())
                    .map(column -> new ExpectedIndexKey(column, null, false, false, null, null));
        }
        return reading.fields(item, Shape.INDEX_KEY).flatMap(this::key);
    }

    private Optional<ExpectedIndexKey> key(Fields fields) {
        if (fields.has("column") == fields.has("expression")) {
            reading.complaints().add(fields.position(), "an index key is either a `column` or an `expression`");
            return Optional.empty();
        }
        @Nullable
        Identifier column = fields.text("column")
                .flatMap(text -> reading.names().identifier(text, fields.position("column")))
                .orElse(null);
        @Nullable String expression = fields.expression("expression");
        if (column == null && expression == null) {
            return Optional.empty();
        }
        boolean descending = fields.choice("order", ORDER).orElse("asc").equals("desc");
        boolean nullsFirst =
                fields.choice("nulls", NULLS).map(word -> word.equals("first")).orElse(descending);
        return Optional.of(new ExpectedIndexKey(
                column,
                expression,
                descending,
                nullsFirst,
                fields.text("operator-class").orElse(null),
                fields.text("collation").orElse(null)));
    }
}
