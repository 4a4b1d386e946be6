package io.schemactl.verify;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Routine;
import io.schemactl.story.Expectation.ExpectedAbsence;
import io.schemactl.story.Subject;
import java.util.Optional;

/** Checks that objects do not exist. */
final class AbsenceCheck {

    private final Checking checking;

    AbsenceCheck(Checking checking) {
        this.checking = checking;
    }

    void absence(ExpectedAbsence expected) {
        findLabel(expected.subject())
                .ifPresent(label -> checking.report(expected, label).unexpected());
    }

    /** What to call the object, if it exists. */
    private Optional<String> findLabel(Subject subject) {
        Labels labels = checking.labels();
        return switch (subject.kind()) {
            case SCHEMA -> outside(Kind.SCHEMA, subject);
            case EXTENSION -> outside(Kind.EXTENSION, subject);
            case ENUM -> inSchema(Kind.ENUM, subject);
            case DOMAIN -> inSchema(Kind.DOMAIN, subject);
            case SEQUENCE -> inSchema(Kind.SEQUENCE, subject);
            case VIEW -> inSchema(Kind.VIEW, subject);
            case TABLE -> inSchema(Kind.TABLE, subject);
            case CONSTRAINT, PRIMARY_KEY -> part(Kind.CONSTRAINT, subject);
            case TRIGGER -> part(Kind.TRIGGER, subject);
            case COLUMN ->
                checking.findRelation(subject.relation())
                        .flatMap(relation -> relation.findColumn(subject.name()))
                        .map(column -> labels.column(subject.relation(), column.name()));
            case INDEX ->
                new IndexCheck(checking)
                        .find(subject.qualifiedName())
                        .map(index -> labels.part("index", index.name(), index.relation()));
            case FUNCTION -> new RoutineCheck(checking).find(subject).map(routine -> function(subject, routine));
        };
    }

    private String function(Subject subject, Routine routine) {
        return new RoutineCheck(checking).label(routine.form().word(), subject);
    }

    private Optional<String> outside(Kind kind, Subject subject) {
        return find(ObjectKey.of(kind, subject.name())).map(object -> kind.word() + " " + subject.name());
    }

    private Optional<String> inSchema(Kind kind, Subject subject) {
        return find(ObjectKey.of(kind, subject.qualifiedName()))
                .map(object -> kind.word() + " " + checking.labels().name(subject.qualifiedName()));
    }

    private Optional<String> part(Kind kind, Subject subject) {
        return find(ObjectKey.ofPart(kind, subject.relation(), subject.name()))
                .map(object -> checking.labels().part(kind.word(), subject.name(), subject.relation()));
    }

    private Optional<CatalogObject> find(ObjectKey key) {
        return checking.catalog().find(CatalogObject.class, key);
    }
}
