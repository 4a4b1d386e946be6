package io.schemactl.story;

import io.schemactl.story.Expectation.ExpectedAbsence;
import io.schemactl.story.TablePart.ExpectedIndex;
import io.schemactl.story.TablePart.ExpectedKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several stories together say must and must not exist, one expectation an object.
 *
 * @param all in the order of the stories
 */
public record Expectations(List<Expectation> all) {

    /** Copies the expectations. */
    public Expectations {
        all = List.copyOf(all);
    }

    /**
     * Puts stories together: a later one's word about an object replaces an earlier one's, and what it says is absent takes its parts
     * with it.
     *
     * @param stories in the order in which they are applied
     */
    public static Expectations merge(List<StoryExpectations> stories) {
        Map<Subject, Expectation> merged = new LinkedHashMap<>();
        for (StoryExpectations story : stories) {
            story.expectations().forEach(expectation -> add(merged, expectation));
        }
        return new Expectations(List.copyOf(merged.values()));
    }

    private static void add(Map<Subject, Expectation> merged, Expectation expectation) {
        Subject subject = expectation.subject();
        if (expectation instanceof ExpectedAbsence) {
            merged.values().removeIf(earlier -> isPartOf(earlier, subject));
        } else {
            merged.values()
                    .removeIf(
                            earlier -> earlier instanceof ExpectedAbsence && isPartOf(expectation, earlier.subject()));
        }
        merged.remove(subject);
        merged.put(subject, expectation);
    }

    private static boolean isPartOf(Expectation part, Subject whole) {
        return switch (whole.kind()) {
            case TABLE, VIEW -> part.subject().isPartOf(whole) || isIndexOn(part, whole);
            case CONSTRAINT -> isPrimaryKeyNamed(part, whole);
            case SCHEMA -> part.subject().isPartOf(whole);
            case EXTENSION, ENUM, DOMAIN, SEQUENCE, FUNCTION, PRIMARY_KEY, COLUMN, INDEX, TRIGGER -> false;
        };
    }

    private static boolean isIndexOn(Expectation part, Subject table) {
        return part instanceof ExpectedIndex index && index.table().equals(table.qualifiedName());
    }

    private static boolean isPrimaryKeyNamed(Expectation part, Subject absent) {
        return part instanceof ExpectedKey key
                && key.primary()
                && absent.name().equals(key.name())
                && absent.relation().equals(key.subject().relation());
    }
}
