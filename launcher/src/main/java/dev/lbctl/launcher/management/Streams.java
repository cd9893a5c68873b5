package dev.lbctl.launcher.management;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.surface.Refusal;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The event streams that are open. Each is written by a thread of its own, so that a client that does not read holds up nobody. */
final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final int MOST = 64;

    private final Set<SseClient> open = ConcurrentHashMap.newKeySet();

    /** Writes until the client is gone, or the thread is interrupted. */
    interface Writer {
        void write(SseClient client) throws IOException, InterruptedException;
    }

    /** Answers with a stream; refuses who does not ask for one, or asks for one too many. */
    void serve(Context request, Writer writer) {
        String accept = request.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            String hint = "send \"Accept: text/event-stream\"";
            throw new Refusal(406, new ErrorBody("not_acceptable", "this is a stream of events", hint));
        }
        if (open.size() >= MOST) {
            String detail = MOST + " streams are open";
            throw new Refusal(503, new ErrorBody("too_many_streams", detail, "close one of them"));
        }
        new SseHandler(client -> start(client, writer)).handle(request);
    }

    private void start(SseClient client, Writer writer) {
        open.add(client);
        client.keepAlive();
        Thread thread = new Thread(() -> run(client, writer), "stream");
        thread.setDaemon(true);
        client.onClose(() -> {
            open.remove(client);
            thread.interrupt();
        });
        thread.start();
    }

    private static void run(SseClient client, Writer writer) {
        try {
            writer.write(client);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.debug("a stream ended", e);
        }
        client.close();
    }

    @Override
    public void close() {
        open.forEach(SseClient::close);
    }
}
