package io.schemactl.report;

import io.schemactl.task.SideReport;
import io.schemactl.task.StoryStatus;
import io.schemactl.task.VerifyReport;

/** Sums a verification up in one line. */
final class VerifySummary {

    private VerifySummary() {}

    static String of(VerifyReport report) {
        String verdict = report.isGood() ? "verified: " + good(report) : "not verified: " + bad(report);
        return verdict + compared(report) + unchecked(report) + " (" + Words.took(report.took()) + ")";
    }

    private static String good(VerifyReport report) {
        String hold = report.expectations() == 0
                ? "the applied stories expect nothing"
                : "%s of %s hold".formatted(expectations(report), Words.stories(checkedStories(report)));
        return report.findings().isEmpty()
                ? hold + "; no invalid index, no unvalidated constraint, no disabled trigger"
                : hold + "; " + FindingWords.counts(report.findings());
    }

    private static String bad(VerifyReport report) {
        return "%s; checked %s of %s"
                .formatted(
                        FindingWords.counts(report.findings()),
                        expectations(report),
                        Words.stories(checkedStories(report)));
    }

    private static String compared(VerifyReport report) {
        VerifyReport.Whole whole = report.catalog();
        if (whole == null) {
            return "; the whole catalog was not compared";
        }
        SideReport with = whole.with();
        String side = with.kind() == SideReport.Kind.SNAPSHOT
                ? "the snapshot " + Printable.line(with.name())
                : "the changelog replayed on PostgreSQL " + Printable.line(with.serverVersion());
        return "; compared %s with %s".formatted(Words.count(whole.objects(), "object", "objects"), side);
    }

    private static String expectations(VerifyReport report) {
        return Words.count(report.expectations(), "expectation", "expectations");
    }

    private static String unchecked(VerifyReport report) {
        long pending = report.stories().stream()
                .filter(story -> story.state() == StoryStatus.State.PENDING)
                .count();
        return pending == 0 ? "" : "; %s pending, not checked".formatted(Words.stories(pending));
    }

    private static long checkedStories(VerifyReport report) {
        return report.stories().stream().filter(VerifySummary::isChecked).count();
    }

    private static boolean isChecked(StoryStatus story) {
        return switch (story.state()) {
            case APPLIED, PARTLY_APPLIED, CHANGED -> true;
            case PENDING, FILTERED -> false;
        };
    }
}
