package io.schemactl.task;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.RunListener;

/** Hears of a run on a shadow, which is nobody's business. */
final class SilentListener implements RunListener {

    @Override
    public void begins(ChangeSetEntry entry) {}

    @Override
    public void ended(ChangeSetResult result) {}

    @Override
    public void says(String words) {}
}
