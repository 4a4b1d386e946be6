package io.schemactl.catalog.read;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.schemactl.catalog.FunctionMember;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.OperatorMember;
import java.util.List;
import java.util.Map;

/**
 * The members of operator classes and families.
 *
 * @param operatorsByWhole the operators, by the class or family
 * @param functionsByWhole the support functions, by the class or family
 */
record Members(
        Map<ObjectKey, List<OperatorMember>> operatorsByWhole, Map<ObjectKey, List<FunctionMember>> functionsByWhole) {

    /** No members. */
    static final Members NONE = new Members(Map.of(), Map.of());

    static Members of(List<OperatorMemberRows> operators, List<FunctionMemberRows> functions) {
        return new Members(
                operators.stream()
                        .collect(groupingBy(OperatorMemberRows::whole, mapping(OperatorMemberRows::member, toList()))),
                functions.stream()
                        .collect(groupingBy(FunctionMemberRows::whole, mapping(FunctionMemberRows::member, toList()))));
    }

    List<OperatorMember> operators(ObjectKey whole) {
        return operatorsByWhole.getOrDefault(whole, List.of());
    }

    List<FunctionMember> functions(ObjectKey whole) {
        return functionsByWhole.getOrDefault(whole, List.of());
    }
}
