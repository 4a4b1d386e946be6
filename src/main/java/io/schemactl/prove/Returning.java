package io.schemactl.prove;

import io.schemactl.catalog.Catalog;
import io.schemactl.diff.Differ;
import io.schemactl.diff.Difference;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.problem.Position;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.verify.DriftCheck;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a schema is again what it was.
 *
 * @param defaultSchema the schema that messages do not mention
 * @param story the story that is proven; null for the changelog as a whole
 * @param position where the story says how it is taken back
 */
public record Returning(
        Identifier defaultSchema,
        @Nullable String story,
        @Nullable Position position) {

    private static final String DRIFT = "drift";

    /** When a schema is looked at. */
    public enum Moment {
        /** After a story's rollback, which should leave what was before the story. */
        ROLLBACK("after the rollback", "make the rollback block take back all that the changes do, and no more"),
        /** After its rollback on empty tables. */
        EMPTY(
                "after the rollback on empty tables",
                "make the rollback block work whatever rows the tables hold, and each time"),
        /** After the story was applied again, which should give what its first upgrade gave. */
        AGAIN("after the second upgrade", "make the rollback block leave nothing that changes the next upgrade"),
        /** After all stories were rolled back, which should leave an empty database. */
        NOTHING("after the rollback of everything", "look at the rollback blocks of the stories that make it"),
        /** After all stories were applied at once, which should give what they gave one by one. */
        AT_ONCE(
                "after an upgrade at once",
                "look for change sets that depend on rows, on time or on each other's order");

        private final String words;
        private final String remedy;

        Moment(String words, String remedy) {
            this.words = words;
            this.remedy = remedy;
        }

        /** The moment as rules have it, such as {@code rollback} of {@code rollback-missing}. */
        String prefix() {
            return (this == EMPTY ? ROLLBACK : this)
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-');
        }
    }

    /** What is not as it should be. */
    public List<Finding> findings(Moment moment, Catalog should, Catalog is) {
        List<Difference> differences = Differ.differences(should, is);
        var check = new DriftCheck(defaultSchema, List.of(), moment.remedy);
        return Stream.concat(check.drift(differences).stream(), check.reordered(differences).stream())
                .map(finding -> at(moment, finding))
                .toList();
    }

    private Finding at(Moment moment, Finding finding) {
        return new Finding(
                finding.severity(),
                moment.prefix() + finding.rule().substring(DRIFT.length()),
                finding.object(),
                position,
                story,
                "%s, %s".formatted(moment.words, finding.message()),
                finding.expected(),
                finding.actual(),
                finding.remedy());
    }

    /** What is wrong after the rollback, in words, and is no difference between schemas. */
    Finding rollback(String rule, String object, String words, @Nullable String remedy) {
        return error(rule, object, position, "%s, %s".formatted(Moment.ROLLBACK.words, words), remedy);
    }

    /** A name, without the schema that goes without saying. */
    String shown(QualifiedName name) {
        return name.schema().equals(defaultSchema) ? name.name().display() : name.display();
    }

    /** A finding that is no difference between schemas. */
    public Finding error(
            String rule, String object, @Nullable Position place, String message, @Nullable String remedy) {
        return new Finding(Severity.ERROR, rule, object, place, story, message, null, null, remedy);
    }
}
