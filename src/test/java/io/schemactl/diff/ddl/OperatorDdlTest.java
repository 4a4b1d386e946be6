package io.schemactl.diff.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Operator;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OperatorDdlTest {

    private static final Optional<List<String>> REPLACED = Optional.empty();
    private static final Optional<List<String>> NO_COMMANDS = Optional.of(List.of());

    @Test
    void addsACommutatorThatIsThereAlreadyAsOfVersion17() {
        Catalog from = Catalog.of(List.of(operator("<<", null), operator(">>", null)));
        Catalog to = Catalog.of(List.of(operator("<<", ">>"), operator(">>", "<<")));
        assertEquals(REPLACED, alter(from, to, 16));
        assertEquals(
                Optional.of(List.of(
                        "ALTER OPERATOR \"app\".<< (integer, integer) SET (COMMUTATOR = OPERATOR(\"app\".>>))")),
                alter(from, to, 17));
    }

    @Test
    void commutatorsComeAndGoWithTheirOperators() {
        Catalog alone = Catalog.of(List.of(operator("<<", null)));
        Catalog both = Catalog.of(List.of(operator("<<", ">>"), operator(">>", "<<")));
        assertEquals(NO_COMMANDS, alter(alone, both, 14));
        assertEquals(NO_COMMANDS, alter(both, alone, 14));
    }

    @Test
    void replacesAnOperatorThatLosesACommutatorThatStays() {
        Catalog from = Catalog.of(List.of(operator("<<", ">>"), operator(">>", "<<")));
        Catalog to = Catalog.of(List.of(operator("<<", null), operator(">>", null)));
        assertEquals(REPLACED, alter(from, to, 18));
    }

    @Test
    void replacesAnOperatorThatGetsAnotherCommutator() {
        Catalog from = Catalog.of(List.of(operator("<<", ">>"), operator(">>", "<<")));
        Catalog to = Catalog.of(List.of(operator("<<", "@>"), operator("@>", "<<")));
        assertEquals(REPLACED, alter(from, to, 18));
    }

    private static Optional<List<String>> alter(Catalog from, Catalog to, int version) {
        var steps = new OperatorDdl().alter(first(from), first(to), new Context(from, to, version, false));
        return steps.map(list -> list.stream()
                .flatMap(step -> step.statements().stream())
                .map(Statement::sql)
                .toList());
    }

    private static Operator first(Catalog catalog) {
        return catalog.all(Operator.class)
                .filter(operator -> operator.name().name().name().equals("<<"))
                .findFirst()
                .orElseThrow();
    }

    private static Operator operator(String name, @Nullable String commutator) {
        return new Operator(
                QualifiedName.of("app", name),
                "integer",
                "integer",
                "app.f",
                commutator == null ? null : QualifiedName.of("app", commutator),
                null,
                null,
                null,
                false,
                false,
                Attributes.none());
    }
}
