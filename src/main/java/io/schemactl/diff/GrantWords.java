package io.schemactl.diff;

import io.schemactl.catalog.Grant;
import io.schemactl.diff.DifferenceText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what was granted and revoked. */
final class GrantWords {

    private GrantWords() {}

    static List<Line> lines(String grantee, PropertyChange change) {
        List<String> from = privileges(change.from());
        List<String> to = privileges(change.to());
        var lines = new ArrayList<Line>();
        String granted = list(to.stream().filter(privilege -> !from.contains(privilege)));
        String revoked = list(from.stream().filter(privilege -> !to.contains(privilege)));
        if (!granted.isEmpty()) {
            lines.add(Line.saying("%s granted to %s".formatted(granted, role(grantee))));
        }
        if (!revoked.isEmpty()) {
            lines.add(Line.saying("%s revoked from %s".formatted(revoked, role(grantee))));
        }
        return lines;
    }

    private static List<String> privileges(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(", "));
    }

    private static String list(Stream<String> privileges) {
        return privileges
                .map(privilege -> privilege.endsWith("*")
                        ? privilege.substring(0, privilege.length() - 1) + " with grant option"
                        : privilege)
                .collect(Collectors.joining(", "));
    }

    private static String role(String grantee) {
        if (grantee.equals(Grant.PUBLIC)) {
            return "PUBLIC";
        }
        return grantee.equals(Grant.OWNER) ? "the owner" : grantee;
    }
}
