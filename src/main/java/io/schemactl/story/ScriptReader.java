package io.schemactl.story;

import io.schemactl.sql.SqlText;
import io.schemactl.sql.TransactionStatements;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the SQL of a tests file. */
final class ScriptReader {

    private final Reading reading;

    ScriptReader(Reading reading) {
        this.reading = reading;
    }

    /** A text, or a list of texts, of any number of statements; a list may be in a list, as an alias is. */
    List<TestSql> texts(Fields fields, String key) {
        return fields.find(key).stream()
                .flatMap(ScriptReader::items)
                .flatMap(node -> text(node, key).stream())
                .toList();
    }

    private static Stream<YamlNode> items(YamlNode node) {
        return node instanceof Sequence list ? list.items().stream().flatMap(ScriptReader::items) : Stream.of(node);
    }

    /** A text of one statement, which must be there. */
    Optional<TestSql> statement(Fields fields, String key) {
        fields.require(key);
        return fields.find(key).flatMap(node -> statement(node, key));
    }

    /** A text of one statement. */
    Optional<TestSql> statement(YamlNode node, String key) {
        return text(node, key).filter(sql -> {
            int statements = SqlText.statements(sql.text()).size();
            if (statements > 1) {
                reading.complaints()
                        .add(
                                node.position(),
                                "`%s` wants one statement, not %d".formatted(key, statements),
                                "put what goes before it into `given`");
            }
            return statements == 1;
        });
    }

    private Optional<TestSql> text(YamlNode node, String key) {
        if (!(node instanceof Scalar scalar) || scalar.isNull()) {
            reading.complaints().add(node.position(), "`%s` wants SQL as a text".formatted(key));
            return Optional.empty();
        }
        if (SqlText.statements(scalar.text()).isEmpty()) {
            reading.complaints().add(node.position(), "`%s` has no statement in it".formatted(key));
            return Optional.empty();
        }
        Optional<String> control = TransactionStatements.find(scalar.text());
        if (control.isPresent()) {
            reading.complaints()
                    .add(
                            node.position(),
                            "`%s` cannot be in `%s`".formatted(control.get(), key),
                            "take it out; schemactl opens and ends the transaction");
            return Optional.empty();
        }
        return Optional.of(new TestSql(scalar.text(), scalar.position()));
    }
}
