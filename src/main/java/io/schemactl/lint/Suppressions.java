package io.schemactl.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a change set's comment allows: {@code lint:allow drop-column because nobody reads it since 2.1}, each on a line of its own or
 * behind a semicolon.
 *
 * @param all what is allowed, in order
 */
record Suppressions(List<Suppression> all) {

    private static final String MARK = "lint:allow";
    private static final Pattern FORM =
            Pattern.compile("lint:allow\\s+([a-z0-9-]+(?:\\s*,\\s*[a-z0-9-]+)*)(?:\\s+(?:because|:|-)?\\s*(.*))?");

    Suppressions {
        all = List.copyOf(all);
    }

    /**
     * One rule that is allowed.
     *
     * @param rule the rule's id
     * @param reason why; empty if nobody said
     */
    record Suppression(String rule, String reason) {}

    static Suppressions of(@Nullable String comment) {
        var found = new ArrayList<Suppression>();
        if (comment != null) {
            for (String part : comment.split("[;\\n]")) {
                int at = part.indexOf(MARK);
                if (at >= 0) {
                    add(part.substring(at).strip(), found);
                }
            }
        }
        return new Suppressions(found);
    }

    private static void add(String text, List<Suppression> found) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            found.add(new Suppression(text.substring(MARK.length()).strip(), ""));
            return;
        }
        String reason = Optional.ofNullable(matcher.group(2)).orElse("").strip();
        for (String rule : matcher.group(1).split(",")) {
            found.add(new Suppression(rule.strip(), reason));
        }
    }

    Optional<Suppression> find(String rule) {
        return all.stream().filter(each -> each.rule().equals(rule)).findFirst();
    }
}
