package io.schemactl.task;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.finding.Finding;
import io.schemactl.forecast.TableEffect;
import io.schemactl.forecast.Verdict;
import io.schemactl.live.Replication;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an upgrade would do.
 *
 * @param target the database
 * @param changeSets what would run, in order, each with its statements
 * @param script the whole as a script for psql
 * @param outlook what was found out beside the SQL; null if nothing was looked for
 */
public record PlanReport(
        TargetReport target,
        List<Planned> changeSets,
        String script,
        @Nullable Outlook outlook) {

    /** Copies the change sets. */
    public PlanReport {
        changeSets = List.copyOf(changeSets);
    }

    /**
     * A change set that would run.
     *
     * @param entry the change set
     * @param isOutOfOrder whether it stands before ones that are applied
     * @param statements what it would send to the server
     * @param forecast how much it will hurt; null if it was not traced
     */
    public record Planned(
            ChangeSetEntry entry,
            boolean isOutOfOrder,
            List<String> statements,
            @Nullable Forecast forecast) {

        /** Copies the statements. */
        public Planned {
            statements = List.copyOf(statements);
        }

        Planned with(@Nullable Forecast found) {
            return new Planned(entry, isOutOfOrder, statements, found);
        }
    }

    /**
     * How much a change set will hurt.
     *
     * @param tables what it does to tables in use
     * @param verdict in words
     * @param findings what the rules of lint say of it, with what to do instead
     * @param lost what it destroys itself
     * @param lostByRollback what its rollback would destroy
     */
    public record Forecast(
            List<TableEffect> tables,
            Verdict verdict,
            List<Finding> findings,
            List<LostData> lost,
            List<LostData> lostByRollback) {

        /** Copies the lists. */
        public Forecast {
            tables = List.copyOf(tables);
            findings = List.copyOf(findings);
            lost = List.copyOf(lost);
            lostByRollback = List.copyOf(lostByRollback);
        }
    }

    /**
     * What was found out beside the SQL.
     *
     * @param source where sizes come from: {@code the live server}, or a file; null if nothing is known of them
     * @param taken when they were read; null if nothing is known of them
     * @param replication how far copies of the database are behind
     * @param missing what could not be found out, and why
     * @param assumptions on which estimates of time rest
     */
    public record Outlook(
            @Nullable String source,
            @Nullable Instant taken,
            Replication replication,
            List<String> missing,
            List<String> assumptions) {

        /** Copies the lists. */
        public Outlook {
            missing = List.copyOf(missing);
            assumptions = List.copyOf(assumptions);
        }
    }

    /** The verdicts on the stories of which each change set was traced, in order. */
    public Map<String, Verdict> stories() {
        Map<String, List<Planned>> stories = new LinkedHashMap<>();
        changeSets.forEach(each -> stories.computeIfAbsent(each.entry().story(), name -> new java.util.ArrayList<>())
                .add(each));
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        stories.forEach((story, parts) -> {
            List<Verdict> known = parts.stream()
                    .flatMap(part -> Optional.ofNullable(part.forecast()).stream())
                    .map(Forecast::verdict)
                    .toList();
            if (known.size() == parts.size()) {
                verdicts.put(story, Verdict.of(known));
            }
        });
        return verdicts;
    }
}
