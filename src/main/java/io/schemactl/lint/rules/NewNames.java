package io.schemactl.lint.rules;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.NotNullConstraint;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Sequence;
import io.schemactl.lint.LintContext;
import io.schemactl.problem.Position;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the names that a change set gives. */
final class NewNames {

    /** What others name, or nobody. */
    private static final Set<Kind> UNNAMED = EnumSet.of(
            Kind.EXTENSION,
            Kind.CAST,
            Kind.TRANSFORM,
            Kind.OPERATOR,
            Kind.USER_MAPPING,
            Kind.DEFAULT_PRIVILEGES,
            Kind.DATABASE);

    private NewNames() {}

    /**
     * A name that a change set gives.
     *
     * @param name the name
     * @param kind what has it, such as {@code column}
     * @param shown how messages name it, such as {@code column a of orders}
     * @param position where it is given
     * @param table the table of a part of one; null if it is none
     * @param follows whether it begins with the name of its table, as those do that PostgreSQL chooses
     */
    record NewName(
            Identifier name,
            String kind,
            String shown,
            Position position,
            @Nullable Identifier table,
            boolean follows) {}

    /** The names of new and renamed objects and columns, but for those that PostgreSQL chooses. */
    static Stream<NewName> in(LintContext context) {
        return all(context).filter(name -> !name.follows());
    }

    /** The names of new and renamed objects and columns, but for those that have no name of their own. */
    static Stream<NewName> all(LintContext context) {
        return Stream.concat(
                Additions.named(context, CatalogObject.class).flatMap(added -> name(context, added).stream()),
                Additions.columns(context)
                        .map(column -> new NewName(
                                column.column().name(),
                                "column",
                                column.shown(context),
                                column.position(),
                                column.table().name().name(),
                                false)));
    }

    private static Optional<NewName> name(LintContext context, Added<CatalogObject> added) {
        CatalogObject object = added.object();
        ObjectKey key = object.key();
        return !UNNAMED.contains(key.kind()) && isChosen(object)
                ? Optional.of(new NewName(
                        key.name(),
                        word(object),
                        shown(context, object),
                        added.position(),
                        key.relation(),
                        follows(object)))
                : Optional.empty();
    }

    /** Whether it has a name of its own: that of an owned sequence, a partition's index or an inherited constraint is of another object. */
    private static boolean isChosen(CatalogObject object) {
        if (object instanceof Sequence sequence) {
            return sequence.owner() == null;
        }
        if (object instanceof NotNullConstraint) {
            return false;
        }
        if (object instanceof Index index) {
            return index.constraint() == null && index.parent() == null;
        }
        return !(object instanceof Constraint constraint)
                || !constraint.standing().inherited();
    }

    private static boolean follows(CatalogObject object) {
        if (object instanceof Index index) {
            return follows(index.relation(), index.name());
        }
        return object instanceof Constraint constraint && follows(constraint.relation(), constraint.name());
    }

    private static boolean follows(QualifiedName relation, Identifier name) {
        return name.name().startsWith(relation.name().name() + "_");
    }

    private static String word(CatalogObject object) {
        return object instanceof Constraint constraint
                ? constraint.word()
                : object.key().kind().word();
    }

    private static String shown(LintContext context, CatalogObject object) {
        ObjectKey key = object.key();
        return LintContext.tableOf(key)
                .filter(table -> key.relation() != null)
                .map(table -> "%s %s on %s".formatted(word(object), key.name(), context.shown(table)))
                .orElse("%s %s".formatted(word(object), key.name()));
    }
}
