package io.schemactl.cli;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.RunListener;
import io.schemactl.report.TextReports;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the user what happens: words on standard error, and on a terminal one line that shows what runs now. */
final class Progress implements RunListener, AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001B[2K";

    private final Shell shell;
    private final OutputOptions options;
    private final TextReports text;
    private final @Nullable Thread clock;
    private @Nullable ChangeSetEntry running;
    private String detail = "";
    private long started;

    Progress(Shell shell, OutputOptions options) {
        this.shell = shell;
        this.options = options;
        this.text = new TextReports(options.style(shell));
        boolean isLive = shell.isTerminal() && !options.quiet && !options.noProgress;
        this.clock = isLive ? new Thread(this::drawAgainAndAgain, "schemactl-progress") : null;
        if (clock != null) {
            clock.setDaemon(true);
            clock.start();
        }
    }

    @Override
    public synchronized void begins(ChangeSetEntry entry) {
        running = entry;
        detail = "";
        started = System.nanoTime();
        if (options.verbose && clock == null) {
            shell.err().print(text.begins(entry));
        }
    }

    @Override
    public synchronized void ended(ChangeSetResult result) {
        clear();
        running = null;
        if (options.verbose) {
            shell.err().print(text.ended(result));
        }
    }

    @Override
    public synchronized void progresses(String words) {
        detail = " (" + words + ")";
    }

    @Override
    public synchronized void says(String words) {
        if (!options.quiet || words.startsWith("warning")) {
            clear();
            shell.err().print(text.says(words));
        }
    }

    /** Takes the line away, so that something else can be printed. */
    synchronized void pause() {
        clear();
        running = null;
    }

    @Override
    public synchronized void close() {
        pause();
        if (clock != null) {
            clock.interrupt();
        }
    }

    private void drawAgainAndAgain() {
        try {
            while (true) {
                Thread.sleep(300);
                draw();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void draw() {
        if (running != null) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
            shell.err().print(CLEAR_LINE + text.begins(running).strip() + " " + seconds + " s" + detail);
            shell.err().flush();
        }
    }

    private void clear() {
        if (clock != null && running != null) {
            shell.err().print(CLEAR_LINE);
        }
    }
}
