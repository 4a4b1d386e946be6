package io.schemactl.lint.rules;

import io.schemactl.catalog.Constraint;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedStatement;
import io.schemactl.lint.Rule;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.TableChange;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds ALTER TABLE statements that go through all rows of a table one after another. */
final class SplitAlterTable implements Rule {

    @Override
    public String summary() {
        return "Finds ALTER TABLE statements that go through all rows of a table one after another.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        Set<QualifiedName> seen = new LinkedHashSet<>();
        var hits = new ArrayList<Hit>();
        for (LintedStatement statement : context.statements()) {
            var facts = new StatementFacts(statement, context);
            for (QualifiedName table : worked(facts)) {
                if (!seen.add(table) && hits.isEmpty()) {
                    hits.add(facts.hit(
                                    table,
                                    "goes through all rows of %s once more; one ALTER TABLE would do"
                                            .formatted(context.shown(table)))
                            .fix("write the actions into one ALTER TABLE, with commas between them"));
                }
            }
        }
        return hits.stream();
    }

    private static List<QualifiedName> worked(StatementFacts facts) {
        if (!facts.statement().isCommand("ALTER TABLE") || facts.statement().hasWords("VALIDATE CONSTRAINT")) {
            return List.of();
        }
        return Stream.concat(
                        facts.tableChanges().stream().map(TableChange::name),
                        facts.added(Constraint.class).map(Constraint::relation))
                .distinct()
                .filter(table -> facts.isRewritten(table) || facts.isScanned(table))
                .toList();
    }
}
