package io.schemactl.task;

import io.schemactl.catalog.Kind;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to compare.
 *
 * @param from the side that a migration would begin at
 * @param to the side that a migration would end at
 * @param filter which objects count
 * @param ignored which of their properties do not count
 * @param strict whether the order of columns counts, where nothing else differs
 */
public record DiffRequest(SideSpec from, SideSpec to, CatalogFilter filter, Set<Ignored> ignored, boolean strict) {

    /** Copies the set. */
    public DiffRequest {
        ignored = Set.copyOf(ignored);
    }

    /** Properties that every kind of object has, and kinds of objects, that somebody may not care for. */
    public enum Ignored {
        /** Who owns an object. */
        OWNER("owner", null),
        /** Who may do what with it. */
        GRANTS("grants", Kind.DEFAULT_PRIVILEGES),
        /** What is said about it. */
        COMMENTS("comment", null),
        /** Its security labels. */
        LABELS("security-labels", null),
        /** What the database itself is set to, its grants and its comment included. */
        DATABASE(null, Kind.DATABASE);

        private final @Nullable String property;
        private final @Nullable Kind kind;

        Ignored(@Nullable String property, @Nullable Kind kind) {
            this.property = property;
            this.kind = kind;
        }

        /**
         * What words of a user's mean.
         *
         * @throws ProblemException if one of them means nothing
         */
        public static Set<Ignored> of(List<String> words) {
            return words.stream().map(Ignored::of).collect(Collectors.toUnmodifiableSet());
        }

        private static Ignored of(String word) {
            List<String> known = Arrays.stream(values()).map(Ignored::toString).toList();
            return Arrays.stream(values())
                    .filter(each -> each.toString().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.of(
                                    ProblemCode.SETTINGS,
                                    "`%s` is no property that can be ignored%s"
                                            .formatted(word, Suggestion.hint(word, known)))
                            .fix("name some of " + String.join(", ", known))));
        }

        /** What the property is called in the canonical form of objects; null if it is none. */
        @Nullable
        String property() {
            return property;
        }

        /** Whether objects of a kind are nothing but what is ignored. */
        boolean isWhole(Kind other) {
            return kind == other;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
