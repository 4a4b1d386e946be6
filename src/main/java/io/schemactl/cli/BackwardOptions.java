package io.schemactl.cli;

import io.schemactl.engine.RollbackScope;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How far back a command goes. */
final class BackwardOptions {

    @Option(names = "--count", paramLabel = "N", description = "so many change sets, the last applied first")
    private @Nullable Integer count;

    @Option(names = "--to", paramLabel = "STORY", description = "down to this story, which stays")
    private @Nullable String story;

    @Option(
            names = "--to-date",
            paramLabel = "DATE",
            description = "everything that was applied after this moment, such as 2026-11-20 or 2026-11-20T03:00:00")
    private @Nullable String date;

    @Option(names = "--all", description = "everything")
    private boolean all;

    boolean isGiven() {
        return given() > 0;
    }

    RollbackScope scope(TargetCommand command) {
        if (given() != 1) {
            throw command.usage("say how far to go with one of --count, --to, --to-date and --all");
        }
        if (count != null) {
            if (count < 1) {
                throw command.usage("--count wants a number from 1, not " + count);
            }
            return RollbackScope.last(count);
        }
        if (story != null) {
            return RollbackScope.to(story);
        }
        return date == null ? RollbackScope.everything() : RollbackScope.to(moment(date, command));
    }

    private long given() {
        return Stream.of(count != null, story != null, date != null, all)
                .filter(is -> is)
                .count();
    }

    private static LocalDateTime moment(String text, TargetCommand command) {
        try {
            if (text.length() == "2026-11-20".length()) {
                return LocalDate.parse(text).atStartOfDay();
            }
            String iso = text.replace(' ', 'T');
            return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(iso)
                            .atZoneSameInstant(ZoneId.systemDefault())
                            .toLocalDateTime()
                    : LocalDateTime.parse(iso);
        } catch (DateTimeParseException e) {
            throw command.usage(
                    "--to-date wants a moment such as 2026-11-20 or 2026-11-20T03:00:00, not `" + text + "`");
        }
    }
}
