package io.schemactl.verify;

import io.schemactl.catalog.Expressions;
import io.schemactl.catalog.Expressions.Comparison;
import io.schemactl.catalog.Expressions.Verdict;
import io.schemactl.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects findings, and questions whose answers may become findings, so that the server is asked all of them at once. */
final class Findings {

    private final List<Slot> slots = new ArrayList<>();

    void add(Finding finding) {
        slots.add(new Slot(finding, null));
    }

    void ask(Comparison comparison, Function<Verdict, Optional<Finding>> answered) {
        slots.add(new Slot(null, new Question(comparison, answered)));
    }

    /** The findings, in the order of their collection. */
    List<Finding> settle(Expressions expressions) {
        List<Comparison> comparisons = slots.stream()
                .flatMap(slot -> Optional.ofNullable(slot.question()).stream())
                .map(Question::comparison)
                .toList();
        var verdicts = (comparisons.isEmpty() ? List.<Verdict>of() : expressions.compare(comparisons)).iterator();
        var settled = new ArrayList<Finding>();
        for (Slot slot : slots) {
            Optional.ofNullable(slot.finding()).ifPresent(settled::add);
            Question question = slot.question();
            if (question != null) {
                question.answered().apply(verdicts.next()).ifPresent(settled::add);
            }
        }
        return settled;
    }

    /** Either a finding or a question. */
    private record Slot(@Nullable Finding finding, @Nullable Question question) {}

    private record Question(Comparison comparison, Function<Verdict, Optional<Finding>> answered) {}
}
