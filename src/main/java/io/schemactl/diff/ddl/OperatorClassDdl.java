package io.schemactl.diff.ddl;

import io.schemactl.catalog.OperatorClass;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Commands about operator classes; see
 * <a href="https://www.postgresql.org/docs/current/sql-createopclass.html">CREATE OPERATOR CLASS</a>. The family is always named, and
 * there before.
 */
final class OperatorClassDdl implements Ddl<OperatorClass> {

    @Override
    public String name(OperatorClass type) {
        return name(type, type.name());
    }

    private static String name(OperatorClass type, QualifiedName name) {
        return "OPERATOR CLASS %s USING %s"
                .formatted(name.quoted(), type.method().quoted());
    }

    @Override
    public List<Step> create(OperatorClass type, Context context) {
        String creation = "CREATE OPERATOR CLASS %s%s FOR TYPE %s USING %s FAMILY %s AS %s"
                .formatted(
                        type.name().quoted(),
                        type.byDefault() ? " DEFAULT" : "",
                        type.type(),
                        type.method().quoted(),
                        type.family().quoted(),
                        String.join(", ", items(type)));
        return List.of(Step.making(Part.of(type.key()), Statement.of(creation)));
    }

    private static List<String> items(OperatorClass type) {
        List<String> members = OperatorMembers.added(type.operators(), type.functions());
        String storage = type.storage();
        if (storage == null && !members.isEmpty()) {
            return members;
        }
        // There must be an item, even if all members are the family's; the type itself as storage says nothing.
        var items = new ArrayList<String>();
        items.add("STORAGE " + (storage == null ? type.type() : storage));
        items.addAll(members);
        return items;
    }

    @Override
    public Optional<List<Step>> alter(OperatorClass from, OperatorClass to, Context context) {
        var moved = new OperatorClass(
                to.name(),
                from.method(),
                from.type(),
                from.byDefault(),
                from.family(),
                from.storage(),
                from.operators(),
                from.functions(),
                to.attributes());
        return moved.equals(to)
                ? InPlace.of(from.key(), to.key(), InPlace.renaming(name -> name(to, name), from.name(), to.name()))
                : Optional.empty();
    }
}
