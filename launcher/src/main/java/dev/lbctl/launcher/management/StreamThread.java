package dev.lbctl.launcher.management;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.surface.Refusal;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each stream is written by a thread of its own, so that a client that does not read holds up nobody else. */
final class StreamThread {
    private static final Logger LOG = LoggerFactory.getLogger(StreamThread.class);
    private static final Semaphore PLACES = new Semaphore(64);

    /** Writes until the client is gone. */
    interface Writer {
        void write() throws IOException, InterruptedException;
    }

    private StreamThread() {}

    /** Refuses whoever does not ask for an event stream, or one too many. */
    static void requireStream(Context request) {
        String accept = request.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            String hint = "send \"Accept: text/event-stream\"";
            throw new Refusal(406, new ErrorBody("not_acceptable", "this is a stream of events", hint));
        }
        if (PLACES.availablePermits() == 0) {
            throw new Refusal(503, new ErrorBody("too_many_streams", "64 streams are open", "close one of them"));
        }
    }

    static void start(SseClient client, Writer writer) {
        client.keepAlive();
        Thread thread = new Thread(() -> run(client, writer), "stream");
        thread.setDaemon(true);
        client.onClose(thread::interrupt);
        thread.start();
    }

    private static void run(SseClient client, Writer writer) {
        PLACES.acquireUninterruptibly();
        try {
            writer.write();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.debug("a stream ended", e);
        } finally {
            PLACES.release();
            client.close();
        }
    }
}
