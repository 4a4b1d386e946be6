package io.schemactl.story;

import io.schemactl.story.Expectation.ExpectedFunction;
import io.schemactl.story.Expectation.FunctionTraits;
import io.schemactl.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads the sections {@code functions} and {@code procedures}. */
final class RoutineSections {

    private static final List<String> VOLATILITY = List.of("immutable", "stable", "volatile");
    private static final List<String> SECURITY = List.of("invoker", "definer");

    private final Reading reading;

    RoutineSections(Reading reading) {
        this.reading = reading;
    }

    void functions(YamlNode section, boolean procedure) {
        for (Reading.Named named : reading.named(section, procedure ? "`procedures`" : "`functions`")) {
            Optional<Fields> fields = named.value().flatMap(value -> reading.fields(value, Shape.FUNCTION));
            reading.names()
                    .call(named.name().text(), named.name().position())
                    .ifPresent(call -> reading.expectations().add(function(named, call, fields, procedure)));
        }
    }

    private ExpectedFunction function(
            Reading.Named named, Names.Call call, Optional<Fields> fields, boolean procedure) {
        return new ExpectedFunction(
                Subject.ofFunction(call.name(), String.join(", ", call.arguments())),
                reading.origin(named.name().position()),
                procedure,
                fields.flatMap(each -> each.text("returns")).orElse(null),
                fields.flatMap(each -> each.text("language")).orElse(null),
                fields.map(RoutineSections::traits).orElse(null),
                fields.flatMap(each -> each.text("body")).orElse(null),
                fields.map(Fields::comment).orElse(null));
    }

    private static FunctionTraits traits(Fields fields) {
        return new FunctionTraits(
                fields.choice("volatility", VOLATILITY).orElse("volatile"),
                fields.choice("security", SECURITY).orElse("invoker"),
                fields.flag("strict", false));
    }
}
