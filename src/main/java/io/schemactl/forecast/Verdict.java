package io.schemactl.forecast;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much a change set, or a whole story, will hurt.
 *
 * @param grade in one word
 * @param reasons in sentences without a full stop, at least one
 */
public record Verdict(Grade grade, List<String> reasons) {

    static final String NOTHING = "takes no lock for which reads or writes of tables in use would have to wait";

    /** Copies the reasons. */
    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** Nothing to fear. */
    static Verdict harmless() {
        return new Verdict(Grade.SAFE, List.of(NOTHING));
    }

    /** The verdict on several change sets together. */
    public static Verdict of(Collection<Verdict> parts) {
        Grade grade = parts.stream().map(Verdict::grade).reduce(Grade.SAFE, Grade::or);
        List<String> reasons = parts.stream()
                .flatMap(part -> part.reasons().stream())
                .filter(reason -> !reason.equals(NOTHING))
                .distinct()
                .toList();
        return reasons.isEmpty() ? new Verdict(grade, List.of(NOTHING)) : new Verdict(grade, reasons);
    }

    /** The same with a reason more. */
    public Verdict with(Grade least, String reason) {
        var more = Stream.concat(reasons.stream().filter(each -> !each.equals(NOTHING)), Stream.of(reason))
                .toList();
        return new Verdict(grade.or(least), more);
    }
}
