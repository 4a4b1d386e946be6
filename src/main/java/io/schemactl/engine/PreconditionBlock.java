package io.schemactl.engine;

import io.schemactl.sql.Literal;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlText;
import java.util.List;
import java.util.Set;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.precondition.ErrorPrecondition;
import liquibase.precondition.FailedPrecondition;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.AndPrecondition;
import liquibase.precondition.core.NotPrecondition;
import liquibase.precondition.core.OrPrecondition;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.precondition.core.PreconditionContainer.ErrorOption;
import liquibase.precondition.core.PreconditionContainer.FailOption;
import liquibase.precondition.core.SqlPrecondition;
import org.jspecify.annotations.Nullable;

/**
 * Writes preconditions as a DO block, so that a script evaluates them at the same moment as a real run: right before
 * their change set.
 *
 * <p>Conditions are evaluated one by one and only as far as needed, as Liquibase does: behind {@code tableExists} in an
 * {@code and}, a query on that table is not even parsed when the table is not there. The block leaves {@code met},
 * {@code failed: why} or {@code error: why} in the setting {@value #SETTING}.
 */
final class PreconditionBlock {

    /** The custom setting that holds the outcome. */
    static final String SETTING = "schemactl.precondition";

    /** Not to get a lock in time says nothing about a condition: the change set is tried again. */
    private static final String CONTENTION = "lock_not_available OR deadlock_detected OR serialization_failure";

    private static final Set<String> QUERY_WORDS = Set.of("SELECT", "WITH", "VALUES", "TABLE", "(");

    private final PostgresDatabase database;
    private final DatabaseChangeLog changeLog;
    private final @Nullable ChangeSet changeSet;
    private final CatalogConditions conditions;
    private final StringBuilder body = new StringBuilder();

    private PreconditionBlock(
            PostgresDatabase database, DatabaseChangeLog changeLog, @Nullable ChangeSet changeSet, String history) {
        this.database = database;
        this.changeLog = changeLog;
        this.changeSet = changeSet;
        this.conditions = new CatalogConditions(database, changeLog, history);
    }

    /**
     * The block for the preconditions of a change set, or of a whole changelog where the change set is null.
     *
     * @param history the quoted name of the history table
     */
    static String of(
            PreconditionContainer preconditions,
            PostgresDatabase database,
            DatabaseChangeLog changeLog,
            @Nullable ChangeSet changeSet,
            String history) {
        var block = new PreconditionBlock(database, changeLog, changeSet, history);
        block.all(preconditions.getNestedPreconditions());
        return block.text();
    }

    private String text() {
        String code = """

                DECLARE
                    ok boolean := true;
                    value text;
                    reason text := '';
                BEGIN
                %s
                    PERFORM pg_catalog.set_config('%s', CASE WHEN ok THEN 'met' ELSE 'failed: ' || reason END, false);
                EXCEPTION
                WHEN %s THEN RAISE;
                WHEN OTHERS THEN
                    PERFORM pg_catalog.set_config('%s', 'error: ' || SQLERRM, false);
                END
                """.formatted(body, SETTING, CONTENTION, SETTING);
        String tag = SqlText.dollarTag(code);
        return "DO " + tag + code + tag;
    }

    private void one(Precondition precondition) {
        if (precondition instanceof PreconditionContainer container) {
            container(container);
        } else if (precondition instanceof AndPrecondition group) {
            all(group.getNestedPreconditions());
        } else if (precondition instanceof OrPrecondition group) {
            any(group.getNestedPreconditions());
        } else if (precondition instanceof NotPrecondition group) {
            none(group.getNestedPreconditions());
        } else if (precondition instanceof PreconditionLogic group) {
            all(group.getNestedPreconditions());
        } else if (precondition instanceof SqlPrecondition check) {
            sqlCheck(check);
        } else {
            condition(precondition);
        }
    }

    /** The preconditions of one file among those of the files around it: each says for itself what is only a warning. */
    private void container(PreconditionContainer container) {
        line("BEGIN");
        all(container.getNestedPreconditions());
        if (container.getOnFail() == FailOption.WARN) {
            line("IF NOT ok THEN");
            warn(container.getOnFailMessage(), "reason");
            line("END IF;");
        } else if (container.getOnFailMessage() != null) {
            line("IF NOT ok THEN reason := " + Literal.of(container.getOnFailMessage()) + "; END IF;");
        }
        if (container.getOnError() == ErrorOption.WARN) {
            line("EXCEPTION WHEN " + CONTENTION + " THEN RAISE;");
            line("WHEN OTHERS THEN");
            warn(container.getOnErrorMessage(), "SQLERRM");
        } else if (container.getOnErrorMessage() != null) {
            line("EXCEPTION WHEN " + CONTENTION + " THEN RAISE;");
            line("WHEN OTHERS THEN");
            line("RAISE EXCEPTION USING MESSAGE = " + Literal.of(container.getOnErrorMessage()) + ";");
        }
        line("END;");
    }

    private void warn(@Nullable String message, String reason) {
        String words = message == null ? reason : Literal.of(message);
        line("RAISE WARNING USING MESSAGE = 'a precondition was not met: ' || " + words + ";");
        line("ok := true;");
    }

    private void all(List<Precondition> preconditions) {
        line("ok := true;");
        for (Precondition precondition : preconditions) {
            line("IF ok THEN");
            one(precondition);
            line("END IF;");
        }
    }

    private void any(List<Precondition> preconditions) {
        line("ok := false;");
        for (Precondition precondition : preconditions) {
            line("IF NOT ok THEN");
            one(precondition);
            line("END IF;");
        }
    }

    private void none(List<Precondition> preconditions) {
        line("ok := true;");
        for (Precondition precondition : preconditions) {
            line("IF ok THEN");
            one(precondition);
            line("IF ok THEN reason := 'not: the condition holds'; END IF;");
            line("ok := NOT ok;");
            line("END IF;");
        }
    }

    /** Compares what the server prints, as JDBC's {@code getString} sees it: a true boolean is {@code t}. */
    private void sqlCheck(SqlPrecondition check) {
        String sql = check.getSql().strip().replaceFirst(";$", "");
        List<SqlLexer.Token> code = SqlLexer.code(sql);
        boolean isQuery =
                !code.isEmpty() && QUERY_WORDS.contains(code.get(0).text().toUpperCase(java.util.Locale.ROOT));
        String wrapped = isQuery
                ? "SELECT CASE WHEN q.x IS NOT NULL THEN pg_catalog.format('%s', q.x) END FROM (" + sql + "\n) AS q(x)"
                : sql;
        String expected = Literal.of(String.valueOf(check.getExpectedResult()));
        if (isQuery) {
            line("EXECUTE " + Literal.of("SELECT 1 WHERE false AND (" + sql + "\n) IS NULL") + "; -- one column");
        }
        line("EXECUTE " + Literal.of(wrapped) + " INTO STRICT value;");
        line("ok := coalesce(value = " + expected + ", false);");
        line("reason := 'sqlCheck: expected ' || " + expected + " || ', got ' || coalesce(value, 'NULL');");
    }

    private void condition(Precondition precondition) {
        String expression = conditions.find(precondition).orElseGet(() -> constant(precondition));
        line("ok := coalesce((" + expression + "), false);");
        line("IF NOT ok THEN reason := " + Literal.of(conditions.describe(precondition)) + "; END IF;");
    }

    /** What can be decided without the server is decided here. */
    private String constant(Precondition precondition) {
        try {
            precondition.check(database, changeLog, changeSet, null);
            return "true";
        } catch (PreconditionFailedException e) {
            line("reason := " + Literal.of(words(e)) + ";");
            return "false";
        } catch (PreconditionErrorException e) {
            line("RAISE EXCEPTION USING MESSAGE = " + Literal.of(words(e)) + ";");
            return "false";
        }
    }

    private static String words(PreconditionFailedException e) {
        return String.join(
                "; ",
                e.getFailedPreconditions().stream()
                        .map(FailedPrecondition::getMessage)
                        .toList());
    }

    private static String words(PreconditionErrorException e) {
        return String.join(
                "; ",
                e.getErrorPreconditions().stream()
                        .map(ErrorPrecondition::getCause)
                        .map(LiquibaseErrors::words)
                        .toList());
    }

    private void line(String text) {
        body.append("    ").append(text).append('\n');
    }
}
