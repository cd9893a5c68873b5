package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.TimeoutConfig;
import io.netty.buffer.ByteBuf;
import java.time.Duration;

/**
 * Two connections joined after an upgrade: what comes from one goes to the other, in order and no faster than it is taken. Owner:
 * the exchange's event loop.
 */
public final class Tunnel {
    private final ClientStream client;
    private final BackendStream backend;
    private final Attempt attempt;
    private final Journal journal;
    private long progressNanos;
    private int ends;

    Tunnel(Answer answer, BackendStream backend, Attempt attempt) {
        this.client = answer.client();
        this.backend = backend;
        this.attempt = attempt;
        this.journal = answer.journal();
        this.progressNanos = client.time().nanos();
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
        progressNanos = client.time().nanos();
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
        backend.closeOutput(this::endPassedOn);
    }

    /** The backend will send nothing more; what the client still says goes on. */
    public void backendInputClosed() {
        client.closeOutput(this::endPassedOn);
    }

    private void endPassedOn() {
        progressNanos = client.time().nanos();
        ends++;
        if (ends == 2) {
            closed();
        }
    }

    /** Either connection is closed. */
    public void closed() {
        attempt.ended(Outcome.Kind.COMPLETED, "closed");
    }

    /** Ends it when nothing has moved, either way, for too long. When one side has ended, the other is not waited for as long. */
    void check(long nowNanos, TimeoutConfig timeouts) {
        Duration granted = ends == 0 ? timeouts.upgrade() : timeouts.idle();
        if (nowNanos - progressNanos > granted.toNanos()) {
            attempt.ended(Outcome.Kind.COMPLETED, "idle");
        }
    }
}
