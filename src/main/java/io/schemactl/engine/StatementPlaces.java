package io.schemactl.engine;

import io.schemactl.engine.changelog.ChangeSource;
import io.schemactl.engine.changelog.SourceText;
import io.schemactl.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out where in a changelog, or in a file that it names, the statements of a change stand. */
final class StatementPlaces {

    private StatementPlaces() {}

    /**
     * The steps of a change, which know where they stand as far as that can be told.
     *
     * @param steps what the change does, in the order of its text
     * @param change the change as written; null if nobody knows
     */
    static List<Step> locate(List<Step> steps, @Nullable ChangeSource change) {
        SourceText text = change == null ? null : change.text();
        if (text == null) {
            return steps;
        }
        // What the changelog says differs from what is executed where parameters were replaced; the order is the same.
        List<String> written = SqlText.statements(text.text());
        boolean isOneByOne =
                written.size() == steps.size() && steps.stream().allMatch(step -> step instanceof Step.Sql);
        List<Step> located = new ArrayList<>();
        int from = 0;
        for (Step step : steps) {
            String wanted = isOneByOne ? written.get(located.size()) : text(step);
            int begin = wanted.isEmpty() ? -1 : text.indexOf(wanted, from);
            located.add(begin < 0 ? step : at(step, text, begin));
            from = begin < 0 ? from : begin + 1;
        }
        return located;
    }

    private static String text(Step step) {
        return step instanceof Step.Sql sql ? sql.sql() : "";
    }

    private static Step at(Step step, SourceText text, int begin) {
        return step instanceof Step.Sql sql
                ? new Step.Sql(sql.sql(), offset -> text.find(sql.sql(), begin, offset))
                : step;
    }
}
