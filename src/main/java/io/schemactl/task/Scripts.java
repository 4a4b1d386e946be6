package io.schemactl.task;

import io.schemactl.db.ConnectOptions;
import io.schemactl.db.Connector;
import io.schemactl.db.ServerErrors;
import io.schemactl.db.WorkConnection;
import io.schemactl.problem.ProblemException;
import io.schemactl.shadow.ShadowDatabase;
import io.schemactl.shadow.Shadows;
import io.schemactl.task.SideReport.Kind;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what SQL says: runs it on a shadow, and reads that. */
final class Scripts {

    private final TaskContext context;
    private final Shadows shadows;

    Scripts(TaskContext context, Shadows shadows) {
        this.context = context;
        this.shadows = shadows;
    }

    /**
     * What a file, or a folder of files, says.
     *
     * @param majorVersion the version of the other side's server; null if none is known
     */
    Side read(SideSpec.Script wanted, @Nullable Integer majorVersion, SideReader reader) {
        List<SqlFile> files = SqlFile.load(wanted.path());
        var origin = new SideReader.Origin(
                Kind.SQL, context.environment().shortened(wanted.path()).toString(), null, wanted.path(), null);
        try (ShadowDatabase shadow = shadows.create(majorVersion)) {
            try (var connection = new WorkConnection(
                    Connector.connect(shadow.address(), ConnectOptions.named(context.application())),
                    context.interruption(),
                    notice -> {})) {
                new ScriptRun(connection, shadow, words -> context.listener().says(words)).run(files);
                return reader.read(connection, origin);
            } catch (SQLException e) {
                throw new ProblemException(
                        ServerErrors.problem(e, shadow.address()).about("the shadow database " + shadow.address()), e);
            }
        }
    }
}
