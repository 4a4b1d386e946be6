package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;

/**
 * An operator family, whether {@code CREATE OPERATOR FAMILY} or an operator class made it. Its members are those that no operator
 * class holds: those across types, and whatever the access method can do without (see
 * <a href="https://www.postgresql.org/docs/current/xindex.html#XINDEX-OPFAMILY">section 36.16.5</a>).
 *
 * @param name its name
 * @param method the access method
 * @param operators its loose operators, sorted
 * @param functions its loose support functions, sorted
 * @param attributes its owner, comment and labels
 */
public record OperatorFamily(
        QualifiedName name,
        Identifier method,
        List<OperatorMember> operators,
        List<FunctionMember> functions,
        Attributes attributes)
        implements CatalogObject {

    /** Sorts the members. */
    public OperatorFamily {
        operators = operators.stream().sorted().toList();
        functions = functions.stream().sorted().toList();
    }

    @Override
    public ObjectKey key() {
        return key(name, method);
    }

    @Override
    public OperatorFamily with(Attributes changed) {
        return new OperatorFamily(name, method, operators, functions, changed);
    }

    /** The key of an operator family. */
    public static ObjectKey key(QualifiedName name, Identifier method) {
        return new ObjectKey(Kind.OPERATOR_FAMILY, name.schema(), null, name.name(), method.name());
    }
}
