package io.schemactl.task;

import io.schemactl.catalog.read.CatalogSession;
import io.schemactl.catalog.read.Scope;
import io.schemactl.engine.OwnTables;
import io.schemactl.finding.Finding;
import io.schemactl.sql.Identifier;
import io.schemactl.verify.Verification;
import java.sql.SQLException;
import java.util.List;

/** Checks what must hold after a story, and that no index is invalid and no constraint left unvalidated. */
final class StoryExpectationsCheck {

    private StoryExpectationsCheck() {}

    /**
     * What came of it.
     *
     * @param checked how many expectations were checked
     * @param findings what does not hold
     */
    record Result(int checked, List<Finding> findings) {}

    static Result check(Rehearsal rehearsal, ProvenStory story, Identifier defaultSchema) throws SQLException {
        var scope = new Scope(OwnTables.find(rehearsal.connection()));
        try (CatalogSession session = CatalogSession.open(rehearsal.connection().driverConnection())) {
            return new Result(
                    story.expectations().all().size(),
                    Verification.findings(
                            session.read(scope),
                            session.expressions(defaultSchema),
                            story.expectations(),
                            defaultSchema));
        }
    }
}
