package io.schemactl.lint.rules;

import io.schemactl.catalog.Table;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds tables whose autovacuum is switched off. */
final class AutovacuumOff implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables whose autovacuum is switched off.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return Stream.concat(
                        facts.added(Table.class), facts.changed(Table.class).map(StatementFacts.Pair::to))
                .filter(table -> isOff(table)
                        && facts.statement()
                                .before()
                                .findTable(table.name())
                                .filter(AutovacuumOff::isOff)
                                .isEmpty())
                .map(table -> facts.hit(
                                table.name(),
                                "switches autovacuum of %s off: dead rows stay, and statistics grow old"
                                        .formatted(facts.shown(table.name())))
                        .fix("set autovacuum_vacuum_scale_factor or the cost limit of the table instead"));
    }

    private static boolean isOff(Table table) {
        String value = table.storage().options().values().get("autovacuum_enabled");
        return value != null && List.of("false", "off", "no", "0").contains(value.toLowerCase(Locale.ROOT));
    }
}
