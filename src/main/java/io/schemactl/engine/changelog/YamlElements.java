package io.schemactl.engine.changelog;

import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a changelog in YAML, or in JSON, which is YAML too. */
final class YamlElements {

    static final String ROOT = "databaseChangeLog";

    private final SourceFile file;
    private final Problems problems;

    YamlElements(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * The element {@code databaseChangeLog}, if the file has one; other keys beside it are nobody's business.
     *
     * @throws ProblemException if the file is not YAML
     */
    Optional<Element> read() {
        var document = new YamlReader(ProblemCode.CHANGELOG).parse(file.path(), file.text());
        if (document.isEmpty() || (document.get() instanceof YamlNode.Scalar scalar && scalar.isNull())) {
            problems.error(file.position(0), "the file is empty", "begin it with `databaseChangeLog:`");
            return Optional.empty();
        }
        if (!(document.get() instanceof YamlNode.Mapping mapping)) {
            problems.error(document.get().position(), "a changelog must begin with `databaseChangeLog:`");
            return Optional.empty();
        }
        return root(mapping);
    }

    private Optional<Element> root(YamlNode.Mapping mapping) {
        for (YamlNode.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!key.equals(ROOT) && Suggestion.nearest(key, List.of(ROOT)).isPresent()) {
                problems.error(
                        entry.key().position(), Problems.unknownMessage("key", key, "a changelog", List.of(ROOT)));
                return Optional.empty();
            }
        }
        var entry = mapping.findEntry(ROOT);
        if (entry.isEmpty()) {
            problems.error(mapping.position(), "not a changelog: it has no `databaseChangeLog:`");
            return Optional.empty();
        }
        YamlNode value = entry.get().value();
        boolean list = value instanceof YamlNode.Sequence || (value instanceof YamlNode.Scalar it && it.isNull());
        if (!list) {
            problems.error(
                    value.position(), "`databaseChangeLog` must be a list", "begin every entry with `- changeSet:`");
            return Optional.empty();
        }
        return Optional.of(element(entry.get()));
    }

    private Element element(YamlNode.Entry entry) {
        var values = new ArrayList<Element.Value>();
        var children = new ArrayList<Element>();
        add(entry.value(), values, children);
        return new Element(entry.key().text(), entry.key().position(), values, children);
    }

    private void add(YamlNode node, List<Element.Value> values, List<Element> children) {
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> children.add(element(entry)));
        } else if (node instanceof YamlNode.Scalar scalar) {
            if (!scalar.isNull()) {
                values.add(value(scalar));
            }
        } else if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof YamlNode.Sequence) {
                    problems.error(item.position(), "a list directly in a list has no meaning in a changelog");
                } else {
                    add(item, values, children);
                }
            }
        }
    }

    private Element.Value value(YamlNode.Scalar scalar) {
        int begin = file.offset(scalar.position().line(), scalar.position().column());
        return new Element.Value(
                scalar.text(), scalar.kind(), scalar.position(), new SourceText(scalar.text(), file, begin));
    }
}
