package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import io.netty.buffer.ByteBuf;

/**
 * A request's body: asked of the client piece by piece as a backend takes it, and kept, while it is small, in case that another
 * attempt needs it again. Owner: the exchange.
 */
interface RequestBody {

    static RequestBody of(ClientStream client, Framing framing) {
        return framing.hasBody() ? new StreamedBody(client, framing) : NoBody.NONE;
    }

    /**
     * Keeps it as long as it is small.
     *
     * @param bytes how long a body may be that is kept
     */
    void keepAtMost(long bytes);

    /** Whether all of it was read from the client. */
    boolean isComplete();

    /** The client sends none of it before it is told to go on (RFC 9110, section 10.1.1), or loses patience. */
    void holdBack();

    /** The client was told to go on. */
    void goOn();

    /** Whether it is for the backend to say that the body may come. */
    boolean isHeldBack();

    /** Whether it is for the client to send a piece. */
    boolean isAwaited();

    /** When it was complete; before all else while it is not, or where there is none. */
    long completeNanos();

    /** Whether all that was sent of it is still here, so that it can be sent again. */
    boolean isKept();

    /** Begins to send it to a backend: what was read already, then what the client sends. */
    void attach(BackendStream backend);

    /** There is no backend to send it to, for now. */
    void detach();

    /** The next piece, taken over; it waits while there is no backend to send it to. */
    void take(ByteBuf piece);

    /** Sends what was taken: many small pieces that came together go on together. */
    void flush();

    /** Asks the client for more, if there is a backend that takes it. */
    void more();

    /** It is whole. */
    void end(Fields after);

    /** It will not be sent again. */
    void forget();

    /** Nobody will take what waits, either. */
    void drop();
}
