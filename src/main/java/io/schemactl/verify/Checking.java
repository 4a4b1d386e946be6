package io.schemactl.verify;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.View;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.Expectation;
import java.util.Optional;

/**
 * What the checks of all kinds of objects have in common.
 *
 * @param catalog what is there
 * @param labels names objects
 * @param types compares types
 * @param findings takes what is found
 */
record Checking(Catalog catalog, Labels labels, Types types, Findings findings) {

    Report report(Expectation expectation, String object) {
        return new Report(findings, expectation, object);
    }

    Optional<Table> findTable(QualifiedName name) {
        return catalog.findTable(name);
    }

    /** The table or materialized view with a name. */
    Optional<Relation> findRelation(QualifiedName name) {
        Optional<Relation> table = catalog.findTable(name).map(each -> each);
        return table.or(() -> catalog.find(View.class, ObjectKey.of(Kind.VIEW, name)));
    }
}
