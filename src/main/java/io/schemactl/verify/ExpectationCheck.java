package io.schemactl.verify;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Expressions;
import io.schemactl.finding.Finding;
import io.schemactl.sql.Identifier;
import io.schemactl.story.Expectation.ExpectedAbsence;
import io.schemactl.story.Expectation.ExpectedDomain;
import io.schemactl.story.Expectation.ExpectedEnum;
import io.schemactl.story.Expectation.ExpectedExtension;
import io.schemactl.story.Expectation.ExpectedFunction;
import io.schemactl.story.Expectation.ExpectedSchema;
import io.schemactl.story.Expectation.ExpectedSequence;
import io.schemactl.story.Expectation.ExpectedTable;
import io.schemactl.story.Expectation.ExpectedView;
import io.schemactl.story.ExpectationVisitor;
import io.schemactl.story.Expectations;
import io.schemactl.story.TablePart.ExpectedCheck;
import io.schemactl.story.TablePart.ExpectedColumn;
import io.schemactl.story.TablePart.ExpectedExclusion;
import io.schemactl.story.TablePart.ExpectedForeignKey;
import io.schemactl.story.TablePart.ExpectedIndex;
import io.schemactl.story.TablePart.ExpectedKey;
import io.schemactl.story.TablePart.ExpectedTrigger;
import java.util.List;

/** Finds where a catalog is not what the stories expect. */
public final class ExpectationCheck {

    private final Catalog catalog;
    private final Expressions expressions;
    private final Identifier defaultSchema;

    /**
     * A check of a catalog.
     *
     * @param expressions asks the server that the catalog was read from, in the same transaction
     * @param defaultSchema the schema that messages do not mention
     */
    public ExpectationCheck(Catalog catalog, Expressions expressions, Identifier defaultSchema) {
        this.catalog = catalog;
        this.expressions = expressions;
        this.defaultSchema = defaultSchema;
    }

    /** The findings, in the order of the expectations; one for each property that differs. */
    public List<Finding> check(Expectations expectations) {
        var findings = new Findings();
        var checking = new Checking(
                catalog, new Labels(defaultSchema), Types.of(catalog, expectations, expressions), findings);
        var checks = new Checks(checking);
        expectations.all().forEach(expectation -> expectation.accept(checks));
        return findings.settle(expressions);
    }

    /** Hands each expectation to the check of its kind. */
    private static final class Checks implements ExpectationVisitor {

        private final AbsenceCheck absences;
        private final ObjectCheck objects;
        private final RoutineCheck routines;
        private final ColumnCheck columns;
        private final ConstraintCheck constraints;
        private final IndexCheck indexes;
        private final TriggerCheck triggers;

        Checks(Checking checking) {
            absences = new AbsenceCheck(checking);
            objects = new ObjectCheck(checking);
            routines = new RoutineCheck(checking);
            columns = new ColumnCheck(checking);
            constraints = new ConstraintCheck(checking);
            indexes = new IndexCheck(checking);
            triggers = new TriggerCheck(checking);
        }

        @Override
        public void absence(ExpectedAbsence expected) {
            absences.absence(expected);
        }

        @Override
        public void schema(ExpectedSchema expected) {
            objects.schema(expected);
        }

        @Override
        public void extension(ExpectedExtension expected) {
            objects.extension(expected);
        }

        @Override
        public void enumType(ExpectedEnum expected) {
            objects.enumType(expected);
        }

        @Override
        public void domain(ExpectedDomain expected) {
            objects.domain(expected);
        }

        @Override
        public void sequence(ExpectedSequence expected) {
            routines.sequence(expected);
        }

        @Override
        public void function(ExpectedFunction expected) {
            routines.function(expected);
        }

        @Override
        public void view(ExpectedView expected) {
            objects.view(expected);
        }

        @Override
        public void table(ExpectedTable expected) {
            objects.table(expected);
        }

        @Override
        public void column(ExpectedColumn expected) {
            columns.column(expected);
        }

        @Override
        public void key(ExpectedKey expected) {
            constraints.key(expected);
        }

        @Override
        public void foreignKey(ExpectedForeignKey expected) {
            constraints.foreignKey(expected);
        }

        @Override
        public void check(ExpectedCheck expected) {
            constraints.check(expected);
        }

        @Override
        public void exclusion(ExpectedExclusion expected) {
            constraints.exclusion(expected);
        }

        @Override
        public void index(ExpectedIndex expected) {
            indexes.index(expected);
        }

        @Override
        public void trigger(ExpectedTrigger expected) {
            triggers.trigger(expected);
        }
    }
}
