package io.schemactl.diff.ddl;

import io.schemactl.catalog.BaseType;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says how columns store large values; see <a href="https://www.postgresql.org/docs/current/storage-toast.html">TOAST</a>. */
final class StorageStrategy {

    /** The version from which on a column can be told to take its type's own strategy, whatever that is. */
    private static final int DEFAULT_SINCE = 16;

    private StorageStrategy() {}

    /** A column's strategy, as {@code SET STORAGE} takes it. */
    static String words(Column column, Context context) {
        String strategy = column.storage().strategy();
        if (strategy != null) {
            return strategy;
        }
        return context.majorVersion() >= DEFAULT_SINCE ? "DEFAULT" : ofType(column.type(), context.to());
    }

    private static String ofType(String type, Catalog catalog) {
        String below = belowDomains(type, catalog);
        Optional<String> own = catalog.all(BaseType.class)
                .filter(each -> each.name().display().equals(below))
                .flatMap(each -> Stream.ofNullable(each.definition()))
                .map(definition -> definition.layout().storage().toUpperCase(Locale.ROOT))
                .findFirst();
        boolean isMain = below.matches("(numeric(\\(.*\\))?|inet|cidr)");
        return own.orElse(isMain ? "MAIN" : "EXTENDED");
    }

    private static String belowDomains(String type, Catalog catalog) {
        return catalog.all(Domain.class)
                .filter(domain -> domain.name().display().equals(type))
                .findFirst()
                .map(domain -> belowDomains(domain.type(), catalog))
                .orElse(type);
    }

    /** The commands that let columns of a type that stores otherwise now do so too, unless they have a strategy of their own. */
    static List<Statement> following(BaseType from, BaseType to, Context context) {
        BaseType.Definition old = from.definition();
        BaseType.Definition wanted = to.definition();
        if (old == null
                || wanted == null
                || old.layout().storage().equals(wanted.layout().storage())) {
            return List.of();
        }
        String strategy = wanted.layout().storage().toUpperCase(Locale.ROOT);
        return context.to()
                .all(Table.class)
                .filter(table -> context.stays(table.key()))
                .flatMap(table -> table.columns().stream()
                        .filter(column -> belowDomains(column.type(), context.to())
                                .equals(to.name().display()))
                        .filter(column -> isUsual(column) && isUsualBefore(table, column, context))
                        .map(column -> Statement.of(
                                "ALTER TABLE ONLY %s ALTER COLUMN %s SET STORAGE %s"
                                        .formatted(
                                                table.name().quoted(),
                                                column.name().quoted(),
                                                strategy),
                                Hazards.on(context, table.name(), Hazards.ACCESS_EXCLUSIVE))))
                .toList();
    }

    private static boolean isUsualBefore(Table table, Column column, Context context) {
        return context.from()
                .findTable(table.name())
                .flatMap(old -> old.findColumn(column.name()))
                .filter(old -> old.type().equals(column.type()))
                .filter(StorageStrategy::isUsual)
                .isPresent();
    }

    private static boolean isUsual(Column column) {
        return column.storage().strategy() == null;
    }
}
