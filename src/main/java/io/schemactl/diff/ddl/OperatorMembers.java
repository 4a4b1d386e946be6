package io.schemactl.diff.ddl;

import io.schemactl.catalog.FunctionMember;
import io.schemactl.catalog.OperatorMember;
import io.schemactl.sql.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Writes the members of operator classes and families, as the commands about both take them. */
final class OperatorMembers {

    private OperatorMembers() {}

    /** The members, to be added. */
    static List<String> added(Collection<OperatorMember> operators, Collection<FunctionMember> functions) {
        return Stream.concat(
                        operators.stream().map(OperatorMembers::added),
                        functions.stream().map(OperatorMembers::added))
                .toList();
    }

    private static String added(OperatorMember member) {
        QualifiedName family = member.sortFamily();
        return "OPERATOR %d %s (%s, %s)%s"
                .formatted(
                        member.strategy(),
                        OperatorDdl.symbol(member.operator()),
                        member.left(),
                        member.right(),
                        family == null ? "" : " FOR ORDER BY " + family.quoted());
    }

    private static String added(FunctionMember member) {
        return "FUNCTION %d (%s, %s) %s".formatted(member.number(), member.left(), member.right(), member.function());
    }

    /** The members, to be dropped. */
    static List<String> dropped(Collection<OperatorMember> operators, Collection<FunctionMember> functions) {
        return Stream.concat(
                        operators.stream()
                                .map(member -> "OPERATOR %d (%s, %s)"
                                        .formatted(member.strategy(), member.left(), member.right())),
                        functions.stream()
                                .map(member -> "FUNCTION %d (%s, %s)"
                                        .formatted(member.number(), member.left(), member.right())))
                .toList();
    }
}
