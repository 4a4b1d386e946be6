package io.schemactl.diff;

import static java.util.Comparator.comparing;

import java.util.List;

/**
 * An SQL command of a migration.
 *
 * @param sql the command, without a semicolon at its end
 * @param hazards what may hurt, the worst first
 * @param transactional false if PostgreSQL refuses it inside a transaction block, or it wants a transaction of its own
 */
public record Statement(String sql, List<Hazard> hazards, boolean transactional) {
    /** Copies and sorts the hazards. */
    public Statement {
        hazards = hazards.stream().distinct().sorted(comparing(Hazard::type)).toList();
    }

    /** A command that may run with others in a transaction. */
    public static Statement of(String sql, Hazard... hazards) {
        return new Statement(sql, List.of(hazards), true);
    }

    /** A command that must run alone. */
    public static Statement alone(String sql, Hazard... hazards) {
        return new Statement(sql, List.of(hazards), false);
    }
}
