package io.schemactl.verify;

import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Deferral;
import io.schemactl.catalog.ExclusionConstraint;
import io.schemactl.catalog.Expressions;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Table;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.Expectation;
import io.schemactl.story.TablePart.Deferring;
import io.schemactl.story.TablePart.ExpectedCheck;
import io.schemactl.story.TablePart.ExpectedExclusion;
import io.schemactl.story.TablePart.ExpectedForeignKey;
import io.schemactl.story.TablePart.ExpectedKey;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Checks constraints. */
final class ConstraintCheck {

    private final Checking checking;

    ConstraintCheck(Checking checking) {
        this.checking = checking;
    }

    void key(ExpectedKey expected) {
        if (!expected.primary()) {
            with(
                    expected,
                    KeyConstraint.class,
                    "unique constraint",
                    sameColumns(expected),
                    (report, actual) -> compare(report, expected, actual));
            return;
        }
        QualifiedName table = expected.subject().relation();
        if (checking.findTable(table).isEmpty()) {
            return;
        }
        Report report =
                checking.report(expected, "primary key of " + checking.labels().name(table));
        checking.catalog()
                .partsOf(table, Kind.CONSTRAINT, KeyConstraint.class)
                .filter(KeyConstraint::primary)
                .findFirst()
                .ifPresentOrElse(actual -> compare(report, expected, actual), () -> report.missing(""));
    }

    private static Predicate<KeyConstraint> sameColumns(ExpectedKey expected) {
        return key -> !key.primary() && key.columns().equals(expected.columns());
    }

    private static void compare(Report report, ExpectedKey expected, KeyConstraint actual) {
        if (expected.name() != null) {
            report.property("name", expected.name(), actual.name());
        }
        report.property("kind", expected.primary() ? "primary key" : "unique constraint", actual.word());
        report.property("list of columns", Labels.list(expected.columns()), Labels.list(actual.columns()));
        report.property("list of included columns", Labels.list(expected.include()), Labels.list(actual.include()));
        report.property("nulls not distinct", expected.nullsNotDistinct(), actual.nullsNotDistinct());
        deferral(report, expected.deferring(), actual.deferral());
        report.comment(expected.comment(), actual.comment());
    }

    void foreignKey(ExpectedForeignKey expected) {
        with(
                expected,
                ForeignKey.class,
                "foreign key",
                key -> key.columns().equals(expected.columns()),
                (report, actual) -> compare(report, expected, actual));
    }

    private void compare(Report report, ExpectedForeignKey expected, ForeignKey actual) {
        report.property("list of columns", Labels.list(expected.columns()), Labels.list(actual.columns()));
        report.property(
                "reference",
                checking.labels().name(expected.referenced()) + Labels.list(expected.referencedColumns()),
                checking.labels().name(actual.referenced()) + Labels.list(actual.referencedColumns()));
        report.property("on delete", expected.onDelete(), actual.onDelete().word());
        report.property(
                "list of columns set on delete",
                Labels.list(expected.onDeleteColumns()),
                Labels.list(actual.onDeleteColumns()));
        report.property("on update", expected.onUpdate(), actual.onUpdate().word());
        report.property("match", expected.match(), actual.match().word());
        deferral(report, expected.deferring(), actual.deferral());
        standing(report, expected.validated(), expected.enforced(), actual);
        report.comment(expected.comment(), actual.comment());
    }

    void check(ExpectedCheck expected) {
        with(
                expected,
                CheckConstraint.class,
                "check",
                check -> Texts.same(expected.expression(), check.expression()),
                (report, actual) -> {
                    checking.findTable(actual.relation())
                            .map(Expressions::in)
                            .ifPresent(context -> report.expression(
                                    "expression", context, expected.expression(), actual.expression()));
                    report.property("no inherit", expected.noInherit(), actual.noInherit());
                    standing(report, expected.validated(), expected.enforced(), actual);
                    report.comment(expected.comment(), actual.comment());
                });
    }

    void exclusion(ExpectedExclusion expected) {
        with(
                expected,
                ExclusionConstraint.class,
                "exclusion constraint",
                other -> Texts.same(expected.definition(), other.definition()),
                (report, actual) -> {
                    if (!Texts.same(expected.definition(), actual.definition())) {
                        report.property("definition", expected.definition(), actual.definition());
                    }
                    report.comment(expected.comment(), actual.comment());
                });
    }

    /** Finds a constraint by name and compares it, or says what is there instead. */
    private <T extends Constraint> void with(
            Expectation expected, Class<T> type, String word, Predicate<T> equal, BiConsumer<Report, T> compare) {
        QualifiedName relation = expected.subject().relation();
        Optional<Table> table = checking.findTable(relation);
        if (table.isEmpty()) {
            return;
        }
        Identifier name = expected.subject().name();
        Report report = checking.report(expected, checking.labels().part(word, name, relation));
        Optional<Constraint> actual =
                checking.catalog().find(Constraint.class, ObjectKey.ofPart(Kind.CONSTRAINT, relation, name));
        if (actual.isEmpty()) {
            report.missing(instead(relation, name, type, equal));
        } else if (type.isInstance(actual.get())) {
            compare.accept(report, type.cast(actual.get()));
        } else {
            report.property("kind", word, actual.get().word());
        }
    }

    private <T extends Constraint> String instead(
            QualifiedName relation, Identifier name, Class<T> type, Predicate<T> equal) {
        Optional<T> renamed = checking.catalog()
                .partsOf(relation, Kind.CONSTRAINT, type)
                .filter(equal)
                .findFirst();
        if (renamed.isPresent()) {
            return "; %s %s is on the same"
                    .formatted(renamed.get().word(), renamed.get().name());
        }
        return checking.catalog()
                .find(Index.class, ObjectKey.ofPart(Kind.INDEX, relation, name))
                .map(index -> "; there is only an index of that name")
                .orElse("");
    }

    private static void deferral(Report report, Deferring expected, Deferral actual) {
        report.property("deferrable", expected.deferrable(), actual.isDeferrable());
        report.property("initially", expected.initially(), actual.initially());
    }

    private static void standing(Report report, boolean validated, boolean enforced, Constraint actual) {
        boolean isEnforced = actual.standing().enforced();
        if (enforced && !isEnforced) {
            report.custom(IntegrityCheck.UNENFORCED, IntegrityCheck.unenforcedWords(), null);
        } else if (validated && !actual.standing().validated()) {
            report.custom(
                    IntegrityCheck.UNVALIDATED, IntegrityCheck.unvalidatedWords(), IntegrityCheck.validate(actual));
        }
        if (!enforced) {
            report.property("enforced", false, isEnforced);
        } else if (!validated) {
            report.property("validated", false, actual.standing().validated());
        }
    }
}
