package io.schemactl.diff.ddl;

import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.regex.Pattern;

/**
 * The locks under which storage parameters change; see
 * <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS">storage parameters</a>.
 */
final class OptionLocks {

    /** Parameters that change while others read and write; all others keep both out. */
    private static final Pattern WEAK =
            Pattern.compile("(toast\\.)?(autovacuum_\\w+|log_autovacuum_\\w+|vacuum_\\w+|fillfactor"
                    + "|toast_tuple_target|parallel_workers|deduplicate_items|n_distinct\\w*)");

    private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern NAME = Pattern.compile("[a-z_][\\w.]*");

    private OptionLocks() {}

    /**
     * A statement that changes parameters of a relation or of an index of it.
     *
     * @param change {@code SET (…)} or {@code RESET (…)}
     */
    static Statement statement(String altering, String change, QualifiedName relation, Context context) {
        boolean isWeak = NAME.matcher(VALUE.matcher(change).replaceAll("").replace("\"", ""))
                .results()
                .allMatch(name -> WEAK.matcher(name.group()).matches());
        Hazard[] hazards = isWeak ? new Hazard[0] : Hazards.on(context, relation, Hazards.ACCESS_EXCLUSIVE);
        return Statement.of(altering + change, hazards);
    }
}
