package io.schemactl.catalog.read;

import io.schemactl.catalog.FunctionMember;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import java.sql.SQLException;

/** Rows of {@code function-members.sql}. */
record FunctionMemberRows(ObjectKey whole, FunctionMember member) {

    static final Query<FunctionMemberRows> QUERY = Query.of("function-members", FunctionMemberRows::map);

    private static FunctionMemberRows map(Row row) throws SQLException {
        var member = new FunctionMember(
                (int) row.number("number"), row.text("left"), row.text("right"), row.text("function"));
        return new FunctionMemberRows(whole(row), member);
    }

    /** The operator class or family that a member is in. */
    static ObjectKey whole(Row row) throws SQLException {
        return new ObjectKey(
                row.choice("kind", Kind.class),
                row.identifier("schema"),
                null,
                row.identifier("name"),
                row.text("method"));
    }
}
