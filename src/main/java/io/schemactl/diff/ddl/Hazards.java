package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.View;
import io.schemactl.diff.Hazard;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What commands do to relations that are in use; see
 * <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">table-level locks</a>.
 */
final class Hazards {

    /** Readers and writers do not wait for it; it is worth a word only if it is held for long. */
    static final String SHARE_UPDATE_EXCLUSIVE = "SHARE UPDATE EXCLUSIVE";

    static final String SHARE = "SHARE";
    static final String SHARE_ROW_EXCLUSIVE = "SHARE ROW EXCLUSIVE";
    static final String ACCESS_EXCLUSIVE = "ACCESS EXCLUSIVE";

    private Hazards() {}

    /** Harm of the given types, and of the lock, to a relation; nothing if the relation is made or taken away by the migration. */
    static Hazard[] on(Context context, QualifiedName relation, @Nullable String lock, Hazard.Type... types) {
        List<Hazard> hazards = new ArrayList<>();
        if (stays(context, relation)) {
            for (Hazard.Type type : isForeign(context, relation) ? new Hazard.Type[0] : types) {
                boolean locks = type != Hazard.Type.MAY_FAIL && type != Hazard.Type.DATA_LOSS;
                hazards.add(new Hazard(type, relation.display(), locks ? lock : null));
            }
            if (lock != null && !lock.equals(SHARE_UPDATE_EXCLUSIVE)) {
                hazards.add(new Hazard(Hazard.Type.LOCK, relation.display(), lock));
            }
        }
        return hazards.toArray(Hazard[]::new);
    }

    /** The same; if a partitioned table is made or taken away, to those of its partitions that are not. */
    static Stream<Hazard> within(Catalog catalog, Context context, QualifiedName relation, String lock) {
        return stays(context, relation)
                ? Stream.of(on(context, relation, lock))
                : catalog.relationships().childrenOf(relation).stream()
                        .filter(child -> child.inheritance().partitionBound() != null)
                        .flatMap(child -> within(catalog, context, child.name(), lock));
    }

    /** Whether a table or view is there before and after, and is not replaced meanwhile. */
    static boolean stays(Context context, QualifiedName relation) {
        if (context.stays(ObjectKey.of(Kind.TABLE, relation))) {
            return true;
        }
        ObjectKey key = ObjectKey.of(Kind.VIEW, relation);
        Optional<View> from = context.from().find(View.class, key);
        Optional<View> to = context.to().find(View.class, key);
        return from.isPresent()
                && to.isPresent()
                && context.stays(key)
                && ViewDdl.survives(from.get(), to.get(), context.majorVersion());
    }

    /** Whether a relation is, in the end, a partitioned table. */
    static boolean isPartitioned(Context context, QualifiedName relation) {
        return context.to()
                .findTable(relation)
                .or(() -> context.from().findTable(relation))
                .filter(table -> table.form() == Table.Form.PARTITIONED)
                .isPresent();
    }

    /** Whether a migration may do things one after the other to a relation that others use meanwhile. */
    static boolean worksOnline(Context context, QualifiedName relation) {
        return !context.singleTransaction() && stays(context, relation) && !isForeign(context, relation);
    }

    /** Whether a relation's rows are somewhere else, where nobody looks at them. */
    static boolean isForeign(Context context, QualifiedName relation) {
        return context.from()
                .findTable(relation)
                .filter(table -> table.form() == Table.Form.FOREIGN)
                .isPresent();
    }
}
