package io.schemactl.db;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The user's wish to stop, passed from the signal's thread to the thread that works.
 *
 * <p>{@link #request} cancels the statement that runs on the server; the working thread then sees that the wish is there,
 * rolls back, says what was done, and calls {@link #finished}.
 */
public final class Interruption {

    /** What to cancel, by the connection that it runs on. */
    private final Map<Object, Runnable> running = new ConcurrentHashMap<>();

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;

    /** Whether the user wants to stop. */
    public boolean isRequested() {
        return requested;
    }

    /**
     * Asks the working thread to stop, and cancels what runs on the server.
     *
     * <p>A cancellation that comes just before the statement reaches the server is lost, so that who waits for the end should
     * ask again now and then.
     */
    public void request() {
        requested = true;
        running.values().forEach(Runnable::run);
    }

    /** Says that the working thread has printed its last word. */
    public void finished() {
        finished.countDown();
    }

    /** Whether the working thread has printed its last word. */
    public boolean isFinished() {
        return finished.getCount() == 0;
    }

    /**
     * Waits until the working thread is done.
     *
     * @return whether it was done in time
     */
    public boolean awaitFinished(long seconds) {
        try {
            return finished.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sleeps, but not longer than until the user wants to stop. */
    public void sleep(long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        for (long left = milliseconds; left > 0 && !requested; ) {
            Thread.sleep(Math.min(left, 50));
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }

    /** Names what to cancel while a statement runs on a connection. */
    void begins(Object connection, Runnable cancelStatement) {
        running.put(connection, cancelStatement);
    }

    /** Says that no statement runs on a connection any more. */
    void ends(Object connection) {
        running.remove(connection);
    }
}
