package io.schemactl.engine.changelog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds attributes that are given twice, which a list of mappings allows and Liquibase refuses without saying where. */
final class Repeats {

    private static final Set<String> REPEATABLE =
            Set.of("comment", "validCheckSum", "validCheckSums", "rollback", "param", "arg", "column");

    private final Vocabulary vocabulary;
    private final Problems problems;

    Repeats(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** Checks an element's own attributes. */
    void check(Element element) {
        if (element.children().size() < 2) {
            return;
        }
        Map<String, Element> seen = new HashMap<>();
        for (Element child : element.children()) {
            if (isAttribute(child)) {
                var first = seen.putIfAbsent(child.name().toLowerCase(Locale.ROOT), child);
                if (first != null) {
                    problems.error(
                            child.position(),
                            "`%s` appears twice; the first is on line %d"
                                    .formatted(child.name(), first.position().line()));
                }
            }
        }
    }

    /** Checks the attributes of everything in an element; what is wrong with a list of columns is said elsewhere. */
    void checkAll(Element element) {
        if (!element.name().equals("columns")) {
            check(element);
        }
        element.children().forEach(this::checkAll);
    }

    private boolean isAttribute(Element child) {
        return child.children().isEmpty()
                && !child.values().isEmpty()
                && !REPEATABLE.contains(child.name())
                && !vocabulary.changeTypes().contains(child.name())
                && !vocabulary.preconditionTypes().contains(child.name());
    }
}
