package io.schemactl.story;

import io.schemactl.story.Expectation.ExpectedAbsence;
import io.schemactl.story.Expectation.ExpectedDomain;
import io.schemactl.story.Expectation.ExpectedEnum;
import io.schemactl.story.Expectation.ExpectedExtension;
import io.schemactl.story.Expectation.ExpectedFunction;
import io.schemactl.story.Expectation.ExpectedSchema;
import io.schemactl.story.Expectation.ExpectedSequence;
import io.schemactl.story.Expectation.ExpectedTable;
import io.schemactl.story.Expectation.ExpectedView;
import io.schemactl.story.TablePart.ExpectedCheck;
import io.schemactl.story.TablePart.ExpectedColumn;
import io.schemactl.story.TablePart.ExpectedExclusion;
import io.schemactl.story.TablePart.ExpectedForeignKey;
import io.schemactl.story.TablePart.ExpectedIndex;
import io.schemactl.story.TablePart.ExpectedKey;
import io.schemactl.story.TablePart.ExpectedTrigger;

/** Has a method for each kind of expectation. */
public interface ExpectationVisitor {

    /** An object that must not exist. */
    void absence(ExpectedAbsence expected);

    /** A schema. */
    void schema(ExpectedSchema expected);

    /** An extension. */
    void extension(ExpectedExtension expected);

    /** An enum type. */
    void enumType(ExpectedEnum expected);

    /** A domain. */
    void domain(ExpectedDomain expected);

    /** A sequence. */
    void sequence(ExpectedSequence expected);

    /** A function or procedure. */
    void function(ExpectedFunction expected);

    /** A view. */
    void view(ExpectedView expected);

    /** A table's own properties. */
    void table(ExpectedTable expected);

    /** A column. */
    void column(ExpectedColumn expected);

    /** A primary key or unique constraint. */
    void key(ExpectedKey expected);

    /** A foreign key. */
    void foreignKey(ExpectedForeignKey expected);

    /** A check. */
    void check(ExpectedCheck expected);

    /** An exclusion constraint. */
    void exclusion(ExpectedExclusion expected);

    /** An index. */
    void index(ExpectedIndex expected);

    /** A trigger. */
    void trigger(ExpectedTrigger expected);
}
