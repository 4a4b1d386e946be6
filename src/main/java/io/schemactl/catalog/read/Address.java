package io.schemactl.catalog.read;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where the system catalogs keep something, in the words of
 * <a href="https://www.postgresql.org/docs/current/catalog-pg-depend.html">pg_depend</a>. It is valid for one reading only.
 *
 * @param classid the system catalog
 * @param objid the row in it
 * @param objsubid the column's number, of a column; otherwise 0
 */
record Address(long classid, long objid, int objsubid) {

    /** These catalogs have had the same numbers in every version; the server itself knows them by these. */
    static final long PG_CLASS = 1259;

    static final long PG_TYPE = 1247;
    static final long PG_CONSTRAINT = 2606;
    static final long PG_TRIGGER = 2620;
    static final long PG_COLLATION = 3456;
    static final long PG_NAMESPACE = 2615;
    static final long PG_ATTRDEF = 2604;
    static final long PG_AMOP = 2602;
    static final long PG_AMPROC = 2603;
    static final long PG_OPCLASS = 2616;
    static final long PG_OPFAMILY = 2753;
    static final long PG_PUBLICATION = 6104;
    static final long PG_PUBLICATION_REL = 6106;
    static final long PG_PUBLICATION_NAMESPACE = 6237;

    /** The address in a row that has the columns {@code classid}, {@code objid} and, for columns, {@code objsubid}. */
    static Address in(Row row) throws SQLException {
        int column = row.has("objsubid") ? (int) row.number("objsubid") : 0;
        return new Address(row.number("classid"), row.number("objid"), column);
    }

    // Written out, because the first compiler tier runs what Java writes itself many times slower, and these are keys
    // of large maps.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address address
                && objid == address.objid
                && objsubid == address.objsubid
                && classid == address.classid;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(classid) + Long.hashCode(objid)) + objsubid;
    }

    /** The object that a column belongs to, or the object itself. */
    Address whole() {
        return objsubid == 0 ? this : new Address(classid, objid, 0);
    }
}
