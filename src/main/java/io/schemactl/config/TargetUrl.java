package io.schemactl.config;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a target's database, and where it came from.
 *
 * @param text the URL, variables put in; null if it cannot be used
 * @param origin where it came from
 * @param problem why it cannot be used; only a request that is offline gives such a value
 */
public record TargetUrl(
        @Nullable Secret text, Origin origin, @Nullable Problem problem) {

    /** A URL that can be used. */
    static TargetUrl of(String text, Origin origin) {
        return new TargetUrl(new Secret(text), origin, null);
    }

    /**
     * The URL's text.
     *
     * @throws ProblemException if it cannot be used
     */
    public Secret require() {
        if (problem != null) {
            throw new ProblemException(problem);
        }
        if (text == null) {
            throw new IllegalStateException("a URL has a text or a problem");
        }
        return text;
    }

    /** Whether it names the embedded server. */
    public boolean isEmbedded() {
        return text != null && text.reveal().strip().toLowerCase(Locale.ROOT).startsWith("embedded:");
    }

    /** The URL with its password masked. */
    public String masked() {
        return text == null ? "(not usable)" : UrlMask.mask(text.reveal());
    }

    @Override
    public String toString() {
        return masked();
    }
}
