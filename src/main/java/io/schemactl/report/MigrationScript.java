package io.schemactl.report;

import io.schemactl.diff.HazardWords;
import io.schemactl.diff.Statement;
import io.schemactl.diff.plan.Migration;
import io.schemactl.sql.SqlText;
import io.schemactl.task.MigrationReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes migrations as scripts for psql, each statement under comments that say what may hurt. */
final class MigrationScript {

    private final DiffWords words;
    private final String version;

    /**
     * Scripts with paths relative to a directory.
     *
     * @param version schemactl's version
     */
    MigrationScript(Places places, String version) {
        this.words = new DiffWords(places);
        this.version = version;
    }

    /** The script; it has no time in it, so that equal differences give equal scripts. */
    String of(MigrationReport report) {
        var lines = new ArrayList<String>();
        lines.add("-- From: " + words.side(report.diff().from()));
        lines.add("-- To:   " + words.side(report.diff().to()));
        lines.add("-- Written by schemactl %s, and tried on an empty copy.".formatted(Printable.line(version)));
        report.notes().forEach(note -> lines.add("-- Note: " + Printable.line(note)));
        if (report.migration().statements().isEmpty()) {
            lines.add("");
            lines.add(report.diff().isEqual() ? "-- There is nothing to do." : "-- There is nothing that can be done.");
        } else {
            lines.add("-- Run with: psql -X -f THIS_FILE");
            lines.add("");
            settings(report.lockTimeout(), lines);
            if (report.migration().changesReadOnly()) {
                lines.add("SET default_transaction_read_only = off;");
            }
            report.migration().runs().forEach(run -> run(run, report.lockTimeout(), lines));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void settings(Duration lockTimeout, List<String> lines) {
        lines.add("\\set ON_ERROR_STOP on");
        lines.add("\\encoding UTF8");
        lines.add("SET search_path = '';");
        lines.add("SET check_function_bodies = off;");
        lines.add("SET client_min_messages = warning;");
        lines.add(lockTimeout(lockTimeout));
    }

    private static String lockTimeout(Duration lockTimeout) {
        return "SET lock_timeout = '%dms';".formatted(lockTimeout.toMillis());
    }

    private static void run(Migration.Run run, Duration lockTimeout, List<String> lines) {
        lines.add("");
        if (run.inTransaction()) {
            lines.add("BEGIN;");
            run.statements().forEach(statement -> statement(statement, lines));
            lines.add("COMMIT;");
            return;
        }
        // It waits without blocking anybody, and giving up might leave an invalid index.
        lines.add(lockTimeout(Duration.ZERO));
        run.statements().forEach(statement -> statement(statement, lines));
        lines.add(lockTimeout(lockTimeout));
    }

    private static void statement(Statement statement, List<String> lines) {
        HazardWords.of(statement).forEach(words -> lines.add("-- " + Printable.line(words)));
        lines.add(SqlText.terminated(SqlText.safeForPsql(statement.sql())));
    }
}
