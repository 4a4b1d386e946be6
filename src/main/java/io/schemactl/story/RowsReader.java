package io.schemactl.story;

import io.schemactl.story.TestCheck.ExpectedCell;
import io.schemactl.story.TestCheck.ExpectedRow;
import io.schemactl.story.TestCheck.Returns;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Mapping;
import io.schemactl.yaml.YamlNode.Sequence;
import java.util.List;

/** Reads the rows that a query should return. */
final class RowsReader {

    private final Reading reading;

    RowsReader(Reading reading) {
        this.reading = reading;
    }

    TestCheck read(Fields fields) {
        List<ExpectedRow> rows = fields.find("rows").map(this::rows).orElse(List.of());
        return new Returns(rows, fields.flag("any-order", false));
    }

    private List<ExpectedRow> rows(YamlNode node) {
        if (node instanceof Sequence list) {
            return list.items().stream().map(this::row).toList();
        }
        reading.complaints().add(node.position(), "`rows` wants a list of rows, such as [[a, 1], [b, 2]]");
        return List.of();
    }

    /** A row is a list of values, a mapping from columns to values, or one value if there is one column. */
    private ExpectedRow row(YamlNode node) {
        List<ExpectedCell> cells = cells(node);
        if (cells.isEmpty()) {
            reading.complaints().add(node.position(), "a row has at least one value");
        }
        return new ExpectedRow(cells, node.position());
    }

    private static List<ExpectedCell> cells(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> new ExpectedCell(entry.key().text(), ValueReader.read(entry.value())))
                    .toList();
        }
        List<YamlNode> values = node instanceof Sequence list ? list.items() : List.of(node);
        return values.stream()
                .map(value -> new ExpectedCell(null, ValueReader.read(value)))
                .toList();
    }
}
