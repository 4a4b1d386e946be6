package io.schemactl.task;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells of a step only if it lasts: what is done in a moment is not worth a line with every command. */
final class SlowSteps implements Consumer<String>, AutoCloseable {

    private static final long PATIENCE_MILLIS = 1000;

    private final Consumer<String> listener;
    private final Timer timer = new Timer("schemactl-slow-steps", true);
    private @Nullable TimerTask waiting;

    SlowSteps(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void accept(String step) {
        forget();
        TimerTask task = new TimerTask() {
            @Override
            public void run() {
                say(this, step);
            }
        };
        waiting = task;
        timer.schedule(task, PATIENCE_MILLIS);
    }

    private synchronized void say(TimerTask task, String step) {
        if (waiting == task) {
            listener.accept(step);
            waiting = null;
        }
    }

    private void forget() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
    }

    @Override
    public synchronized void close() {
        forget();
        timer.cancel();
    }
}
