package io.schemactl.engine.changelog;

import java.util.Set;
import liquibase.precondition.core.PreconditionContainer.ErrorOption;
import liquibase.precondition.core.PreconditionContainer.FailOption;
import liquibase.precondition.core.PreconditionContainer.OnSqlOutputOption;

/** Checks preconditions. */
final class PreconditionCheck {

    private static final String CONTAINER = "preConditions";
    private static final String NESTED = "nestedPreconditions";

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Values values;

    PreconditionCheck(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.values = new Values(problems);
    }

    /** Checks the preconditions of a change set or of a changelog. */
    void check(Element container) {
        values.none(container, "a precondition is a mapping");
        Set<String> attributes = vocabulary.precondition(CONTAINER).names();
        for (Element child : container.children()) {
            if (attributes.stream().anyMatch(name -> name.equalsIgnoreCase(child.name()))
                    && !child.name().equals(NESTED)) {
                option(child);
            } else {
                precondition(child, Values.union(attributes, vocabulary.preconditionTypes()));
            }
        }
    }

    private void option(Element attribute) {
        switch (attribute.name()) {
            case "onFail" -> values.oneOf(attribute, Values.names(FailOption.class), false);
            case "onError" -> values.oneOf(attribute, Values.names(ErrorOption.class), false);
            case "onSqlOutput" -> values.oneOf(attribute, Values.names(OnSqlOutputOption.class), false);
            default -> values.single(attribute);
        }
    }

    private void precondition(Element element, Set<String> known) {
        if (element.name().equals(NESTED)) {
            values.none(element, "a precondition is a mapping");
            element.children().forEach(child -> precondition(child, known));
            return;
        }
        if (!vocabulary.preconditionTypes().contains(element.name())) {
            problems.unknown(element, "precondition", "", known);
            return;
        }
        if (element.name().equals(CONTAINER)) {
            check(element);
            return;
        }
        var words = vocabulary.precondition(element.name());
        if (words.combines()) {
            values.none(element, "a precondition is a mapping");
            element.children().forEach(child -> precondition(child, vocabulary.preconditionTypes()));
        } else {
            attributes(element, words);
        }
    }

    private void attributes(Element element, Vocabulary.PreconditionWords words) {
        if (!words.directValue()) {
            values.none(element, "it takes " + String.join(", ", words.names()));
        }
        for (Element attribute : element.children()) {
            if (!words.names().contains(attribute.name())) {
                problems.unknown(attribute, "attribute", element.name(), words.names());
            } else if (attribute.name().equals("param")) {
                values.required(attribute, "name");
            } else if (attribute.name().equals("params")) {
                attribute.children().forEach(param -> values.required(param, "name"));
            } else {
                values.single(attribute);
            }
        }
    }
}
