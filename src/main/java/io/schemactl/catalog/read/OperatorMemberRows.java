package io.schemactl.catalog.read;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.OperatorMember;
import java.sql.SQLException;

/** Rows of {@code operator-members.sql}. */
record OperatorMemberRows(ObjectKey whole, OperatorMember member) {

    static final Query<OperatorMemberRows> QUERY = Query.of("operator-members", OperatorMemberRows::map);

    private static OperatorMemberRows map(Row row) throws SQLException {
        var member = new OperatorMember(
                (int) row.number("strategy"),
                row.text("left"),
                row.text("right"),
                row.name("operatorSchema", "operator"),
                row.findName("sortFamilySchema", "sortFamily"));
        return new OperatorMemberRows(FunctionMemberRows.whole(row), member);
    }
}
