package io.schemactl.lint;

import io.schemactl.problem.Position;
import org.jspecify.annotations.Nullable;

/**
 * A change of a change set, as written.
 *
 * @param type Liquibase's name of it, such as {@code createTable}
 * @param position where it stands
 * @param sql its SQL, of a change that holds some
 */
public record LintedChange(
        String type, Position position, @Nullable String sql) {}
