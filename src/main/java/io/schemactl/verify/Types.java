package io.schemactl.verify;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.Expressions;
import io.schemactl.catalog.Expressions.TypeName;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Routine;
import io.schemactl.sql.Elements;
import io.schemactl.story.Expectation;
import io.schemactl.story.Expectation.ExpectedDomain;
import io.schemactl.story.Expectation.ExpectedFunction;
import io.schemactl.story.Expectation.ExpectedSequence;
import io.schemactl.story.Expectations;
import io.schemactl.story.SubjectKind;
import io.schemactl.story.TablePart.ExpectedColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares names of types by what they mean; the server is asked once for all of them. */
final class Types {

    private final Map<String, TypeName> known;

    private Types(Map<String, TypeName> known) {
        this.known = known;
    }

    static Types of(Catalog catalog, Expectations expectations, Expressions expressions) {
        Set<String> actual = Stream.of(
                        catalog.all(Relation.class)
                                .flatMap(relation -> relation.columns().stream())
                                .map(Column::type),
                        catalog.all(Domain.class).map(Domain::type),
                        catalog.all(Routine.class).flatMap(Types::mentioned))
                .flatMap(stream -> stream)
                .collect(Collectors.toSet());
        Set<String> unclear = new HashSet<>();
        expectations.all().stream()
                .flatMap(Types::mentioned)
                .filter(type -> !actual.contains(type) || isQualified(type))
                .forEach(unclear::add);
        if (!unclear.isEmpty()) {
            actual.stream().filter(Types::isQualified).forEach(unclear::add);
        }
        return new Types(unclear.isEmpty() ? Map.of() : expressions.types(unclear));
    }

    /** Only types outside pg_catalog are printed with a schema, and can be written in more than one way because of it. */
    private static boolean isQualified(String type) {
        return type.indexOf('.') >= 0;
    }

    private static Stream<String> mentioned(Routine routine) {
        return Stream.concat(Elements.of(routine.arguments()).stream(), Optional.ofNullable(routine.result()).stream());
    }

    private static Stream<String> mentioned(Expectation expectation) {
        List<@Nullable String> types = new ArrayList<>();
        if (expectation instanceof ExpectedColumn column) {
            types.add(column.type());
        } else if (expectation instanceof ExpectedDomain domain) {
            types.add(domain.type());
        } else if (expectation instanceof ExpectedSequence sequence && sequence.properties() != null) {
            types.add(sequence.properties().type());
        } else if (expectation instanceof ExpectedFunction function) {
            types.add(function.returns());
        }
        String arguments = expectation.subject().arguments();
        if (expectation.subject().kind() == SubjectKind.FUNCTION && arguments != null) {
            types.addAll(Elements.of(arguments));
        }
        return types.stream().flatMap(type -> Optional.ofNullable(type).stream());
    }

    /** Why the server does not know a type. */
    Optional<String> findError(String type) {
        TypeName name = known.get(type);
        return name == null ? Optional.empty() : Optional.ofNullable(name.error());
    }

    boolean same(String expected, String actual) {
        return Texts.same(expected, actual) || Texts.same(printed(expected), printed(actual));
    }

    boolean sameArguments(String expected, String actual) {
        List<String> expectedTypes = Elements.of(expected);
        List<String> actualTypes = Elements.of(actual);
        if (expectedTypes.size() != actualTypes.size()) {
            return false;
        }
        for (int i = 0; i < expectedTypes.size(); i++) {
            if (!same(expectedTypes.get(i), actualTypes.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Compares a type that the server may not know. */
    void compare(Report report, String property, String expected, String actual) {
        if (same(expected, actual)) {
            return;
        }
        Optional<String> error = findError(expected);
        if (error.isPresent()) {
            report.invalid(property, expected, error.get());
        } else {
            report.property(property, printed(expected), printed(actual));
        }
    }

    private String printed(String type) {
        TypeName name = known.get(type);
        return name == null ? type : name.printed();
    }
}
