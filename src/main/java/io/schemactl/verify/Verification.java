package io.schemactl.verify;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Expressions;
import io.schemactl.finding.Finding;
import io.schemactl.sql.Identifier;
import io.schemactl.story.Expectation;
import io.schemactl.story.Expectations;
import io.schemactl.story.TablePart.ExpectedCheck;
import io.schemactl.story.TablePart.ExpectedForeignKey;
import io.schemactl.story.TablePart.ExpectedTrigger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Both checks together, each thing said once. */
public final class Verification {

    private Verification() {}

    /**
     * What is to be said about a catalog: first what differs from the expectations, then what else does not do its work. An object
     * that is expected to be disabled, not validated or not enforced is not mentioned for being so.
     *
     * @param expressions asks the server that the catalog was read from, in the same transaction
     * @param defaultSchema the schema that messages do not mention
     */
    public static List<Finding> findings(
            Catalog catalog, Expressions expressions, Expectations expectations, Identifier defaultSchema) {
        List<Finding> expected = new ExpectationCheck(catalog, expressions, defaultSchema).check(expectations);
        Set<Said> said = new HashSet<>();
        expected.forEach(finding -> said.add(new Said(finding.rule(), finding.object())));
        var labels = new Labels(defaultSchema);
        expectations.all().stream()
                .flatMap(expectation -> accepted(expectation, labels).stream())
                .forEach(said::add);
        Stream<Finding> integrity = new IntegrityCheck(catalog, defaultSchema)
                .check().stream().filter(finding -> !said.contains(new Said(finding.rule(), finding.object())));
        return Stream.concat(expected.stream(), integrity).toList();
    }

    /** What a story says is meant to be so. */
    private static Optional<Said> accepted(Expectation expectation, Labels labels) {
        if (expectation instanceof ExpectedTrigger trigger && !trigger.enabled().equals("true")) {
            return Optional.of(new Said(IntegrityCheck.DISABLED_TRIGGER, label("trigger", expectation, labels)));
        }
        if (expectation instanceof ExpectedForeignKey key) {
            return standing(key.validated(), key.enforced(), label("foreign key", expectation, labels));
        }
        if (expectation instanceof ExpectedCheck check) {
            return standing(check.validated(), check.enforced(), label("check", expectation, labels));
        }
        return Optional.empty();
    }

    private static Optional<Said> standing(boolean validated, boolean enforced, String object) {
        if (!enforced) {
            return Optional.of(new Said(IntegrityCheck.UNENFORCED, object));
        }
        return validated ? Optional.empty() : Optional.of(new Said(IntegrityCheck.UNVALIDATED, object));
    }

    private static String label(String word, Expectation expectation, Labels labels) {
        return labels.part(
                word, expectation.subject().name(), expectation.subject().relation());
    }

    private record Said(String rule, String object) {}
}
