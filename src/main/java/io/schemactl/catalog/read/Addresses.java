package io.schemactl.catalog.read;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.sql.Identifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers where the objects that were read are kept. */
final class Addresses {

    private final Map<Address, ObjectKey> objects = new HashMap<>();
    private final Map<Address, Identifier> columns = new HashMap<>();

    /** Takes note of what a row became, if that is an object, a column, a domain's check or a member of an operator family. */
    void remember(Address address, Object value) {
        if (value instanceof CatalogObject object) {
            objects.put(address, object.key());
        } else if (value instanceof ColumnRows row) {
            columns.put(address, row.column().name());
        } else if (value instanceof DomainCheckRows row) {
            objects.put(address, ObjectKey.of(Kind.DOMAIN, row.domain()));
        } else if (value instanceof OperatorMemberRows row) {
            objects.put(address, row.whole());
        } else if (value instanceof FunctionMemberRows row) {
            objects.put(address, row.whole());
        }
    }

    /** The object at an address. */
    @Nullable
    ObjectKey findObject(Address address) {
        return objects.get(address);
    }

    /** The name of the column at an address. */
    @Nullable
    Identifier findColumn(Address address) {
        return columns.get(address);
    }
}
