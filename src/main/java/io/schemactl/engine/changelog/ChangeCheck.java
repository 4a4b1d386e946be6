package io.schemactl.engine.changelog;

import io.schemactl.engine.changelog.Vocabulary.ChangeWords;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liquibase.change.ChangeParameterMetaData;
import liquibase.change.ColumnConfig;
import liquibase.change.core.LoadDataColumnConfig;
import org.jspecify.annotations.Nullable;

/** Checks one change, whose type is known. */
final class ChangeCheck {

    private static final Set<String> PARAM = Set.of("name", "value");

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Values values;

    ChangeCheck(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.values = new Values(problems);
    }

    /** Checks a change; what is missing is an error where the change must be complete, as it need not be to be marked as run. */
    void check(Element change, boolean mustBeComplete) {
        ChangeWords words = vocabulary.change(change.name());
        if (words.directValue() == null) {
            values.none(change, "it takes attributes");
        } else if (change.values().size() > 1) {
            problems.error(change.position(), "`%s` wants one text, not a list".formatted(change.name()));
        }
        change.children().forEach(attribute -> attribute(change, attribute, words));
        if (mustBeComplete) {
            missing(change, words);
        }
    }

    private void attribute(Element change, Element attribute, ChangeWords words) {
        var parameter = parameter(attribute.name(), words);
        Class<?> columns = parameter == null ? columnsOf(words) : Vocabulary.columnType(parameter);
        boolean column = columns != null && Set.of("column", "columns").contains(attribute.name());
        if (column && columns != null) {
            columns(change, attribute, columns);
        } else if (parameter != null && columns == null) {
            value(attribute, parameter);
        } else if (words.names().contains(attribute.name())) {
            readByCode(attribute);
        } else if (!change.name().equals("customChange")) {
            problems.unknown(attribute, "attribute", change.name(), words.names());
        }
    }

    private static @Nullable ChangeParameterMetaData parameter(String name, ChangeWords words) {
        for (ChangeParameterMetaData parameter : words.parameters().values()) {
            if (parameter.getParameterName().equalsIgnoreCase(name)
                    || Vocabulary.alternatives(parameter).stream().anyMatch(name::equalsIgnoreCase)) {
                return parameter;
            }
        }
        return null;
    }

    private static @Nullable Class<?> columnsOf(ChangeWords words) {
        return words.parameters().values().stream()
                .map(Vocabulary::columnType)
                .filter(type -> type != null)
                .findFirst()
                .orElse(null);
    }

    private void value(Element attribute, ChangeParameterMetaData parameter) {
        if (parameter.getParameterName().equals("tag")) {
            values.verbatim(attribute);
        } else {
            values.check(attribute, parameter.getDataTypeClass());
        }
    }

    private void readByCode(Element attribute) {
        switch (attribute.name()) {
            case "whereParams" -> attribute.children().forEach(this::whereParam);
            case "params", "args" -> attribute.children().forEach(this::readByCode);
            case "param" -> {
                named(attribute, PARAM);
                values.required(attribute, "name");
            }
            case "arg" -> named(attribute, Set.of("value"));
            case "class", "os" -> values.single(attribute);
            default -> problems.unknown(attribute, "attribute", "", Set.of("param", "arg"));
        }
    }

    private void whereParam(Element param) {
        if (param.name().equals("param")) {
            fields(param, "param", vocabulary.column(ColumnConfig.class));
        } else {
            problems.unknown(param, "attribute", "whereParams", Set.of("param"));
        }
    }

    private void named(Element element, Set<String> names) {
        element.children().forEach(child -> values.known(child, element.name(), names));
    }

    private void columns(Element change, Element columns, Class<?> kind) {
        if (columns.name().equals("column")) {
            column(change, columns, kind);
            return;
        }
        values.none(columns, "an entry begins with `column:`");
        var named = columns.children().stream()
                .filter(child -> child.name().equals("column"))
                .toList();
        var others = columns.children().stream()
                .filter(child -> !child.name().equals("column"))
                .toList();
        boolean single = named.isEmpty()
                && !others.isEmpty()
                && others.stream().map(Element::name).distinct().count() == others.size();
        if (single) {
            column(change, columns, kind);
            return;
        }
        named.forEach(column -> column(change, column, kind));
        if (!others.isEmpty()) {
            problems.error(
                    others.get(0).position(),
                    "an entry of `columns` without `column:` is not read",
                    "write `- column: { name: … }`");
        }
    }

    private void column(Element change, Element column, Class<?> kind) {
        Map<String, Class<?>> known = vocabulary.column(kind);
        fields(column, "column", known);
        List<String> identifying =
                kind == LoadDataColumnConfig.class ? List.of("name", "header", "index") : List.of("name");
        if (identifying.stream().noneMatch(column::has)) {
            problems.error(column.position(), "a column of `%s` needs `name`".formatted(change.name()));
        }
    }

    /** Checks what Liquibase loads as a column; it wants the names' case as it is. */
    private void fields(Element element, String place, Map<String, Class<?>> known) {
        for (Element attribute : element.children()) {
            Class<?> type = known.get(attribute.name());
            if (type == null) {
                problems.unknown(attribute, "attribute", place, known.keySet());
            } else if (attribute.name().equals("constraints")) {
                constraints(attribute);
            } else {
                values.check(attribute, type);
            }
        }
    }

    private void constraints(Element constraints) {
        values.none(constraints, "it takes attributes");
        Map<String, Class<?>> known = vocabulary.constraints();
        for (Element attribute : constraints.children()) {
            if (values.known(attribute, "constraints", known.keySet())) {
                known.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(attribute.name()))
                        .forEach(entry -> values.check(attribute, entry.getValue()));
            }
        }
    }

    private void missing(Element change, ChangeWords words) {
        if (change.name().equals("customChange")) {
            values.required(change, "class");
        }
        if (!words.oneOf().isEmpty()
                && change.values().isEmpty()
                && words.oneOf().stream().noneMatch(change::has)) {
            problems.error(
                    change.position(),
                    "`%s` needs %s".formatted(change.name(), String.join(" or ", quoted(words.oneOf()))));
        }
        for (ChangeParameterMetaData parameter : words.parameters().values()) {
            String name = parameter.getParameterName();
            if (!isGiven(change, parameter, words)
                    && !words.oneOf().contains(name)
                    && Vocabulary.isRequired(parameter)) {
                values.required(change, name);
            }
        }
    }

    private static boolean isGiven(Element change, ChangeParameterMetaData parameter, ChangeWords words) {
        return change.has(parameter.getParameterName())
                || Vocabulary.alternatives(parameter).stream().anyMatch(change::has)
                || (parameter.getParameterName().equals(words.directValue())
                        && !change.values().isEmpty())
                || (Vocabulary.columnType(parameter) != null && change.has("column"));
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").toList();
    }
}
