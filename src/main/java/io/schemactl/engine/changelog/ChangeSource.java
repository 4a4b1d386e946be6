package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import org.jspecify.annotations.Nullable;

/**
 * A change as written.
 *
 * @param type such as {@code createTable}
 * @param position where the type's name stands
 * @param text the SQL of a change that holds some, or of the file that it names
 */
public record ChangeSource(
        String type, Position position, @Nullable SourceText text) {}
