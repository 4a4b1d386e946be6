package io.schemactl.diff;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.DefaultPrivileges;
import io.schemactl.catalog.Grant;
import io.schemactl.diff.DifferenceText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Says what was granted and revoked. */
final class GrantWords {

    private GrantWords() {}

    /** What was granted and revoked between two objects; what the owner and everybody may do from the beginning is neither. */
    static List<Line> lines(CatalogObject from, CatalogObject to) {
        var lines = new ArrayList<Line>();
        differences(
                StandardGrants.effective(from, to),
                StandardGrants.effective(to, from),
                (role, privileges) -> lines.add(Line.saying("%s granted to %s".formatted(privileges, role))),
                (role, privileges) -> lines.add(Line.saying("%s revoked from %s".formatted(privileges, role))));
        return lines;
    }

    /** What distinguishes the grants of an object that only one catalog has from those of any such object. */
    static List<Line> summary(CatalogObject object, boolean added) {
        List<Grant> grants = object instanceof DefaultPrivileges privileges
                ? privileges.grants()
                : object.attributes().grants();
        var lines = new ArrayList<Line>();
        if (grants != null) {
            differences(
                    StandardGrants.of(object, grants),
                    grants,
                    (role, privileges) -> lines.add(line("granted to " + role, privileges, added)),
                    (role, privileges) -> lines.add(line("revoked from " + role, privileges, added)));
        }
        return lines;
    }

    private static Line line(String property, String value, boolean added) {
        return new Line(property, added ? null : value, added ? value : null, false);
    }

    private static void differences(
            List<Grant> from, List<Grant> to, BiConsumer<String, String> granted, BiConsumer<String, String> revoked) {
        var grantees = new TreeSet<String>();
        from.forEach(grant -> grantees.add(grant.grantee()));
        to.forEach(grant -> grantees.add(grant.grantee()));
        for (String grantee : grantees) {
            String more = missing(from, to, grantee);
            String less = missing(to, from, grantee);
            if (!more.isEmpty()) {
                granted.accept(role(grantee), more);
            }
            if (!less.isEmpty()) {
                revoked.accept(role(grantee), less);
            }
        }
    }

    /** A grantee's privileges that only the second list has. */
    private static String missing(List<Grant> from, List<Grant> to, String grantee) {
        return to.stream()
                .filter(grant -> grant.grantee().equals(grantee) && !from.contains(grant))
                .map(grant -> grant.privilege() + (grant.grantable() ? " with grant option" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String role(String grantee) {
        if (grantee.equals(Grant.PUBLIC)) {
            return "PUBLIC";
        }
        return grantee.equals(Grant.OWNER) ? "the owner" : grantee;
    }
}
