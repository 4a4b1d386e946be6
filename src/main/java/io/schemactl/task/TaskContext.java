package io.schemactl.task;

import io.schemactl.config.Environment;
import io.schemactl.config.Settings;
import io.schemactl.config.Target;
import io.schemactl.db.Interruption;
import io.schemactl.engine.RunListener;
import io.schemactl.engine.RunOptions;

/**
 * What every task gets.
 *
 * @param settings the settings
 * @param environment what the process was started in
 * @param interruption the user's wish to stop
 * @param listener is told what happens, as it happens
 * @param application what the server shows as the client's name
 */
public record TaskContext(
        Settings settings,
        Environment environment,
        Interruption interruption,
        RunListener listener,
        String application) {

    RunOptions runOptions(Target target) {
        return new RunOptions(
                settings.lockTimeout(), settings.statementTimeout(), settings.lockRetries(), target.defaultSchema());
    }
}
