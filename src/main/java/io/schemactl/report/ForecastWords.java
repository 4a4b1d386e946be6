package io.schemactl.report;

import io.schemactl.finding.Finding;
import io.schemactl.forecast.TableEffect;
import io.schemactl.forecast.TableUse;
import io.schemactl.live.Amounts;
import io.schemactl.live.Replication;
import io.schemactl.task.LostData;
import io.schemactl.task.PlanReport;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in words what change sets do to tables in use. */
final class ForecastWords {

    private static final double ALL = 0.99;
    private static final int PERCENT = 100;
    private static final int MOST_LOSSES = 5;

    private ForecastWords() {}

    static String lock(TableEffect effect) {
        return effect.use().lock() == null ? "" : effect.use().lock().words();
    }

    static String size(TableEffect effect) {
        if (effect.figures() == null) {
            return "size unknown";
        }
        String size = effect.figures().words();
        return effect.writesPerSecond() == null ? size : size + ", " + Amounts.rate(effect.writesPerSecond());
    }

    /** Whether anything is done to tables in use, so that sizes matter. */
    static boolean hasTables(PlanReport report) {
        return report.changeSets().stream()
                .map(PlanReport.Planned::forecast)
                .anyMatch(forecast -> forecast != null && !forecast.tables().isEmpty());
    }

    /** What is done with rows, such as {@code rewritten}. */
    static List<String> deeds(TableEffect effect) {
        TableUse use = effect.use();
        List<String> deeds = new ArrayList<>();
        if (use.isDropped()) {
            deeds.add("dropped");
        }
        if (use.work().rewritten()) {
            deeds.add("rewritten");
        }
        if (use.work().scanned()) {
            deeds.add("read whole");
        }
        List<String> built = use.work().built();
        if (!built.isEmpty()) {
            deeds.add(
                    built.size() == 1
                            ? "index %s built".formatted(built.get(0))
                            : "%d indexes built".formatted(built.size()));
        }
        if (use.work().changed() >= ALL) {
            deeds.add("all rows changed");
        } else if (use.work().changed() > 0) {
            deeds.add("%d %% of rows changed"
                    .formatted(Math.max(1, Math.round(use.work().changed() * PERCENT))));
        }
        if (use.work().inserted() > 0) {
            deeds.add("rows added");
        }
        return deeds;
    }

    /** What to do instead, each once, with all that it is good for. */
    static List<String> safer(List<Finding> findings) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        findings.forEach(
                finding -> reasons.computeIfAbsent(String.valueOf(finding.remedy()), remedy -> new ArrayList<>())
                        .add("%s: %s".formatted(finding.rule(), finding.message())));
        return reasons.entrySet().stream()
                .map(entry -> "%s [%s]"
                        .formatted(
                                entry.getKey(),
                                String.join(
                                        "; ",
                                        entry.getValue().stream().distinct().toList())))
                .toList();
    }

    /** What is lost, each in a few words: whole tables first, and not more than people read. */
    static List<String> losses(List<LostData> lost) {
        List<String> words = lost.stream()
                .sorted(Comparator.comparing(LostData::kind))
                .map(ForecastWords::loss)
                .toList();
        if (words.size() <= MOST_LOSSES + 1) {
            return words;
        }
        List<String> first = new ArrayList<>(words.subList(0, MOST_LOSSES));
        first.add("and %d more".formatted(words.size() - MOST_LOSSES));
        return first;
    }

    /** A moment, to the second. */
    static String moment(@Nullable Instant taken) {
        return taken == null
                ? "at an unknown time"
                : taken.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String loss(LostData data) {
        return switch (data.kind()) {
            case ROWS ->
                data.amount() == null
                        ? "the rows of " + data.object()
                        : "about %s of %s".formatted(Amounts.rows(data.amount()), data.object());
            case VALUES -> "the values of " + data.object();
            case UNKNOWN -> changed(data);
        };
    }

    private static String changed(LostData data) {
        String statement = String.valueOf(data.statement()).replaceAll("\\s+", " ");
        return data.object().equals(data.changeSet())
                ? "what `%s` may change".formatted(statement)
                : "what `%s` changes in %s".formatted(statement, data.object());
    }

    /** How far copies are behind; nothing where there are none. */
    static List<String> replication(Replication replication) {
        List<String> lines = new ArrayList<>();
        replication.findStandbyWords().ifPresent(lines::add);
        replication.replicas().forEach(replica -> lines.add(replica.describe()));
        replication.slots().stream()
                .filter(slot -> slot.isLeft() || slot.isLost())
                .forEach(slot -> lines.add(slot.describe()));
        return lines;
    }
}
