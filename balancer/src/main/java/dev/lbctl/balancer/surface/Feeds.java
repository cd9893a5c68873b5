package dev.lbctl.balancer.surface;

import dev.lbctl.balancer.api.ErrorBody;
import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The feeds a server has open. Each has a thread of its own, so that a listener that does not read holds up nobody. */
public final class Feeds implements AutoCloseable {
    private static final int MOST = 64;

    private final AtomicInteger open = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(Feeds::thread);

    /** Writes one feed, until its listener has gone or it is interrupted. */
    @FunctionalInterface
    public interface Writer {
        void write(Feed feed) throws IOException, InterruptedException;
    }

    /** Answers with a feed; refuses one too many. */
    public void open(Context request, Writer writer) {
        if (open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            throw new Refusal(
                    503, new ErrorBody("too_many_listeners", MOST + " listen already", "close another dashboard"));
        }
        request.future(() -> {
            AsyncContext async = request.req().getAsyncContext();
            threads.execute(() -> run(async, request.res(), writer));
            return new CompletableFuture<>(); // the thread ends the answer: Javalin would still write to one that broke
        });
    }

    private void run(AsyncContext async, HttpServletResponse response, Writer writer) {
        try {
            writer.write(new Feed(response));
        } catch (IOException gone) {
            // the listener went away: nothing is left to do for it
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
            end(async);
        }
    }

    private static void end(AsyncContext async) {
        try {
            async.complete();
        } catch (IllegalStateException ended) {
            // the connection broke, and Jetty has ended the answer
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "feed");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
