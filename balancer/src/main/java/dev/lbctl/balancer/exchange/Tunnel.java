package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.retry.Outcome;
import io.netty.buffer.ByteBuf;

/**
 * Two connections joined after an upgrade: what comes from one goes to the other, in order and no faster than it is taken. Owner:
 * the exchange's event loop.
 */
public final class Tunnel {
    private final ClientStream client;
    private final BackendStream backend;
    private final Attempt attempt;
    private final Journal journal;
    private long progressNanos = System.nanoTime();

    Tunnel(Answer answer, BackendStream backend, Attempt attempt) {
        this.client = answer.client();
        this.backend = backend;
        this.attempt = attempt;
        this.journal = answer.journal();
    }

    /** From now on, both sides' bytes come here. */
    void begin() {
        backend.join(this);
        client.join(this);
    }

    public void fromClient(ByteBuf bytes) {
        journal.received(bytes.readableBytes());
        pass(bytes, client, backend);
    }

    public void fromBackend(ByteBuf bytes) {
        journal.sent(bytes.readableBytes());
        pass(bytes, backend, client);
    }

    private void pass(ByteBuf bytes, ByteStream from, ByteStream to) {
        progressNanos = System.nanoTime();
        to.send(bytes);
        to.flush();
        if (!to.isWritable()) {
            from.pause();
        }
    }

    public void clientWritable() {
        backend.resume();
    }

    public void backendWritable() {
        client.resume();
    }

    /** The client will send nothing more; what the backend still says goes on. */
    public void clientInputClosed() {
        backend.closeOutput();
    }

    /** Either connection is closed. */
    public void closed() {
        attempt.ended(Outcome.Kind.COMPLETED, "closed");
    }

    /** Ends it when nothing has moved, either way, for longer than {@code idleNanos}. */
    void check(long nowNanos, long idleNanos) {
        if (nowNanos - progressNanos > idleNanos) {
            attempt.ended(Outcome.Kind.COMPLETED, "idle");
        }
    }
}
