package io.schemactl.task;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.RunListener;
import io.schemactl.problem.Position;
import io.schemactl.sql.ServerWide;

/**
 * Keeps from a shadow what makes or drops databases or sets the server up: that may be of use to somebody. All else is passed on.
 *
 * @param listener is told of everything
 */
record ShadowGuard(RunListener listener) implements RunListener {

    @Override
    public boolean sends(String sql, Position position) {
        if (ServerWide.isOfServer(sql)) {
            listener.withheld(sql, position);
            return false;
        }
        return listener.sends(sql, position);
    }

    @Override
    public void begins(ChangeSetEntry entry) {
        listener.begins(entry);
    }

    @Override
    public void ended(ChangeSetResult result) {
        listener.ended(result);
    }

    @Override
    public void executes(String sql, Position position) {
        listener.executes(sql, position);
    }

    @Override
    public void executed() {
        listener.executed();
    }

    @Override
    public void progresses(String words) {
        listener.progresses(words);
    }

    @Override
    public void says(String words) {
        listener.says(words);
    }
}
