package dev.lbctl.launcher.bench;

import dev.lbctl.launcher.bench.AnswerReader.Progress;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends requests as planned, all from the thread that runs it, and counts what comes of them. */
public final class Bench {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);
    /** How long a connection that failed waits before it is tried again. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int BUFFER = 64 * 1024;
    private static final double NANOS = 1e9;

    private final Plan plan;
    private final Tally tally = new Tally();
    private final List<Caller> callers = new ArrayList<>();
    private final Queue<Caller> idle = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private long begun;
    private volatile boolean stopped;
    private long sent;

    public Bench(Plan plan) {
        this.plan = plan;
        for (int i = 0; i < plan.connections(); i++) {
            callers.add(new Caller(plan.target()));
        }
        idle.addAll(callers);
    }

    /**
     * How far it is.
     *
     * @param fraction from 0 to 1
     */
    public record Stage(double fraction, double seconds, long answered, long failed) {}

    /** Returns when all is sent and answered, or {@link #stop stopped}; {@code watcher} hears of it five times a second. */
    public Result run(Consumer<Stage> watcher) throws IOException {
        begun = System.nanoTime();
        try (Selector selector = Selector.open()) {
            long look = begun;
            for (long now = begun; !isDone(now); now = System.nanoTime()) {
                send(selector, now);
                selector.select(this::goOn, 1);
                if (now >= look) {
                    expire(now);
                    watcher.accept(stage(now));
                    look = now + LOOK;
                }
            }
        } finally {
            callers.forEach(Caller::hangUp);
        }
        return tally.result((System.nanoTime() - begun) / NANOS);
    }

    /** From any thread: nothing more is sent, and nothing waited for. */
    public void stop() {
        stopped = true;
    }

    private boolean isDone(long now) {
        return stopped || (!mayStart(now) && callers.stream().noneMatch(Caller::isBusy));
    }

    private boolean mayStart(long now) {
        return sent < plan.limit().requests()
                && now - begun < plan.limit().time().toNanos();
    }

    private void send(Selector selector, long now) {
        for (int left = idle.size(); left > 0 && mayStart(now) && due() <= now; left--) {
            Caller caller = idle.remove();
            if (caller.pausedUntil() > now) {
                idle.add(caller);
                continue;
            }
            long due = plan.rate() > 0 ? due() : System.nanoTime();
            sent++;
            try {
                caller.ask(due, selector);
            } catch (IOException e) {
                fail(caller, kind(e));
            }
        }
    }

    /** When the next request is to be sent. */
    private long due() {
        return plan.rate() > 0 ? begun + (long) (sent / plan.rate() * NANOS) : begun;
    }

    private void goOn(SelectionKey key) {
        Caller caller = (Caller) key.attachment();
        try {
            Progress progress = caller.goOn(key, buffer);
            if (progress == Progress.DONE) {
                tally.answered(caller.status(), System.nanoTime() - caller.due());
                caller.rest();
                idle.add(caller);
            } else if (progress == Progress.BROKEN) {
                fail(caller, "answer broken off");
            }
        } catch (IOException e) {
            fail(caller, kind(e));
        }
    }

    private void expire(long now) {
        callers.stream()
                .filter(caller -> caller.isBusy() && now - caller.due() > PATIENCE)
                .forEach(caller -> fail(caller, "no answer within 10 s"));
    }

    private void fail(Caller caller, String kind) {
        if (caller.isBusy()) {
            tally.failed(kind);
            idle.add(caller);
        }
        caller.hangUp();
        caller.pauseUntil(System.nanoTime() + PAUSE);
    }

    private static String kind(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return e instanceof ConnectException ? message : message.contains("reset") ? "connection reset" : message;
    }

    private Stage stage(long now) {
        double seconds = (now - begun) / NANOS;
        double ofTime = seconds / (plan.limit().time().toNanos() / NANOS);
        double ofRequests = (double) sent / plan.limit().requests();
        return new Stage(Math.min(1, Math.max(ofTime, ofRequests)), seconds, tally.answered(), tally.failed());
    }
}
