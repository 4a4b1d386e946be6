package io.schemactl.catalog.form;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Persistence;
import io.schemactl.catalog.Sequence;
import io.schemactl.sql.QualifiedName;

/** Objects for tests. */
final class TestObjects {

    static final Sequence SEQUENCE = new Sequence(
            QualifiedName.of("public", "s"),
            Persistence.PERMANENT,
            "integer",
            1,
            1,
            1,
            Integer.MAX_VALUE,
            3,
            true,
            null,
            Attributes.of("a sequence"));

    private TestObjects() {}
}
