package io.schemactl.lint;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Suppressions.Suppression;
import io.schemactl.problem.Position;
import io.schemactl.problem.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks all rules about change sets, and leaves out what their comments allow. */
public final class Linter {

    /** The rule about suppressions that suppress nothing; it is no class, because it looks at what the others found. */
    public static final String UNUSED_SUPPRESSION = "unused-suppression";

    /** The rule about suppressions without a reason. */
    public static final String UNEXPLAINED_SUPPRESSION = "unexplained-suppression";

    private final List<Rule> rules;
    private final RuleSeverities severities;

    /** A linter with rules. */
    public Linter(List<Rule> rules, RuleSeverities severities) {
        this.rules = List.copyOf(rules);
        this.severities = severities;
    }

    /** What there is to say of a change set, in the order of the file. */
    public List<Finding> lint(LintContext context) {
        var suppressions = Suppressions.of(context.changeSet().comment());
        Set<String> used = new HashSet<>();
        var findings = new ArrayList<Finding>();
        Map<Rule, List<Hit>> found = hits(context);
        for (Rule rule : rules) {
            Optional<Severity> severity = severities.of(rule);
            if (severity.isPresent()) {
                List<Hit> hits = found.getOrDefault(rule, List.of());
                if (suppressions.find(rule.id()).isPresent() && !hits.isEmpty()) {
                    used.add(rule.id());
                } else {
                    hits.forEach(hit -> findings.add(finding(rule.id(), severity.get(), hit, context)));
                }
            } else {
                used.add(rule.id());
            }
        }
        suppressions.all().forEach(each -> judge(each, used, context, findings));
        findings.sort(
                Comparator.comparing(Finding::position, Comparator.nullsFirst(Comparator.<Position>naturalOrder())));
        return findings;
    }

    /** What there is to say of how the changelog stands to another branch. */
    public List<Finding> lint(LintedBranch branch) {
        var findings = new ArrayList<Finding>();
        for (Rule rule : rules) {
            if (rule instanceof BranchRule whole) {
                severities
                        .of(rule)
                        .ifPresent(severity -> whole.check(branch)
                                .forEach(place ->
                                        findings.add(finding(rule.id(), severity, place.hit(), place.story()))));
            }
        }
        return findings;
    }

    /** What the rules that are on find; those that yield leave out statements that others have found something in. */
    private Map<Rule, List<Hit>> hits(LintContext context) {
        Map<Rule, List<Hit>> found = new HashMap<>();
        rules.stream()
                .filter(rule -> severities.of(rule).isPresent())
                .forEach(rule -> found.put(rule, rule.check(context).distinct().toList()));
        Set<Position> taken = found.entrySet().stream()
                .filter(entry -> !entry.getKey().yields() && !entry.getKey().isConvention())
                .flatMap(entry -> entry.getValue().stream())
                .map(Hit::position)
                .collect(Collectors.toSet());
        found.replaceAll((rule, hits) -> rule.yields()
                ? hits.stream().filter(hit -> !taken.contains(hit.position())).toList()
                : hits);
        return found;
    }

    private void judge(Suppression suppression, Set<String> used, LintContext context, List<Finding> findings) {
        if (!used.contains(suppression.rule())) {
            Hit hit = unused(suppression.rule(), context);
            severities
                    .of(UNUSED_SUPPRESSION, Severity.WARNING)
                    .ifPresent(severity -> findings.add(finding(UNUSED_SUPPRESSION, severity, hit, context)));
        } else if (suppression.reason().isEmpty()) {
            severities
                    .of(UNEXPLAINED_SUPPRESSION, Severity.WARNING)
                    .ifPresent(severity -> findings.add(finding(
                            UNEXPLAINED_SUPPRESSION,
                            severity,
                            Hit.at(
                                            context.changeSet(),
                                            "the comment allows %s without a reason".formatted(suppression.rule()))
                                    .fix("write `lint:allow %s because …`".formatted(suppression.rule())),
                            context)));
        }
    }

    private Hit unused(String rule, LintContext context) {
        List<String> ids = rules.stream().map(Rule::id).toList();
        return ids.contains(rule)
                ? Hit.at(context.changeSet(), "the comment allows %s, which the change set does not do".formatted(rule))
                        .fix("take `lint:allow` out of the comment")
                : Hit.at(
                                context.changeSet(),
                                "the comment allows %s, and there is no such rule%s"
                                        .formatted(rule, Suggestion.hint(rule, ids)))
                        .fix("correct the rule's name, or take `lint:allow` out of the comment");
    }

    private static Finding finding(String rule, Severity severity, Hit hit, LintContext context) {
        return finding(rule, severity, hit, context.changeSet().story());
    }

    private static Finding finding(String rule, Severity severity, Hit hit, String story) {
        return new Finding(
                severity, rule, hit.object(), hit.position(), story, hit.message(), null, null, hit.remedy());
    }
}
