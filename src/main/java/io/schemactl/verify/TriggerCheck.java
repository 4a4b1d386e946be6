package io.schemactl.verify;

import io.schemactl.catalog.Deferral;
import io.schemactl.catalog.Expressions;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Trigger;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.TablePart.Deferring;
import io.schemactl.story.TablePart.ExpectedTrigger;
import io.schemactl.story.TablePart.FunctionCall;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks triggers. */
final class TriggerCheck {

    private final Checking checking;

    TriggerCheck(Checking checking) {
        this.checking = checking;
    }

    void trigger(ExpectedTrigger expected) {
        QualifiedName relation = expected.subject().relation();
        Optional<Relation> table = checking.findRelation(relation);
        if (table.isEmpty()) {
            return;
        }
        Identifier name = expected.subject().name();
        Report report = checking.report(expected, checking.labels().part("trigger", name, relation));
        checking.catalog()
                .find(Trigger.class, ObjectKey.ofPart(Kind.TRIGGER, relation, name))
                .ifPresentOrElse(
                        trigger -> compare(report, expected, trigger, table.get()),
                        () -> report.missing(instead(expected)));
    }

    private String instead(ExpectedTrigger expected) {
        return checking.catalog()
                .all(Trigger.class)
                .filter(trigger -> trigger.name().equals(expected.subject().name()))
                .findFirst()
                .map(trigger ->
                        "; a trigger of that name is on " + checking.labels().name(trigger.relation()))
                .orElse("");
    }

    private void compare(Report report, ExpectedTrigger expected, Trigger actual, Relation table) {
        report.property("timing", expected.timing(), actual.timing().word());
        report.property(
                "list of events",
                sorted(expected.events()),
                sorted(actual.events().stream().map(Trigger.Event::word).toList()));
        report.property("level", expected.level(), actual.perRow() ? "row" : "statement");
        report.property("list of columns", Labels.list(expected.columns()), Labels.list(actual.updateColumns()));
        report.expression(
                "condition", new Expressions.InTrigger(Expressions.in(table)), expected.when(), actual.when());
        if (expected.function() != null) {
            report.property(
                    "function",
                    call(expected.function()),
                    call(new FunctionCall(actual.function(), actual.arguments())));
        }
        state(report, expected.enabled(), actual);
        Deferral deferral = actual.deferral() == null ? Deferral.NOT_DEFERRABLE : actual.deferral();
        Deferring deferring = expected.deferring();
        report.property("deferrable", deferring.deferrable(), deferral.isDeferrable());
        report.property("initially", deferring.initially(), deferral.initially());
        report.comment(expected.comment(), actual.comment());
    }

    private static void state(Report report, String expected, Trigger actual) {
        Trigger.State state = stateOf(expected);
        if (state == Trigger.State.ENABLED && actual.state() == Trigger.State.DISABLED) {
            report.custom(
                    IntegrityCheck.DISABLED_TRIGGER, IntegrityCheck.disabledWords(), IntegrityCheck.enable(actual));
        } else {
            report.property("state", state.word(), actual.state().word());
        }
    }

    private static Trigger.State stateOf(String expected) {
        return switch (expected) {
            case "false" -> Trigger.State.DISABLED;
            case "replica" -> Trigger.State.REPLICA;
            case "always" -> Trigger.State.ALWAYS;
            default -> Trigger.State.ENABLED;
        };
    }

    private String call(FunctionCall call) {
        List<String> arguments = call.arguments().stream().map(Literal::plain).toList();
        return "%s(%s)".formatted(checking.labels().name(call.function()), String.join(", ", arguments));
    }

    private static String sorted(Collection<String> words) {
        return Labels.list(words.stream().sorted().toList());
    }
}
