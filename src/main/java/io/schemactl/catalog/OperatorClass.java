package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator class. Its members are those that it cannot do without; the others are its family's.
 *
 * @param name its name
 * @param method the access method
 * @param type the type that it is for
 * @param byDefault whether it is the type's default
 * @param family its operator family
 * @param storage the type that the index stores, if it is another
 * @param operators its operators, sorted
 * @param functions its support functions, sorted
 * @param attributes its owner, comment and labels
 */
public record OperatorClass(
        QualifiedName name,
        Identifier method,
        String type,
        boolean byDefault,
        QualifiedName family,
        @Nullable String storage,
        List<OperatorMember> operators,
        List<FunctionMember> functions,
        Attributes attributes)
        implements CatalogObject {

    /** Sorts the members. */
    public OperatorClass {
        operators = operators.stream().sorted().toList();
        functions = functions.stream().sorted().toList();
    }

    @Override
    public ObjectKey key() {
        return key(name, method);
    }

    @Override
    public OperatorClass with(Attributes changed) {
        return new OperatorClass(name, method, type, byDefault, family, storage, operators, functions, changed);
    }

    /** The key of an operator class. */
    public static ObjectKey key(QualifiedName name, Identifier method) {
        return new ObjectKey(Kind.OPERATOR_CLASS, name.schema(), null, name.name(), method.name());
    }
}
