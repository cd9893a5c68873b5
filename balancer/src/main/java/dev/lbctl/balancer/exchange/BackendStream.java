package dev.lbctl.balancer.exchange;

import io.netty.handler.codec.http.HttpObject;

/** A connection to a backend, lent to one attempt. Owner: the exchange's event loop. */
public interface BackendStream {

    /** Queues a piece of the request and takes it over. */
    void send(HttpObject message);

    /** Sends what was queued. */
    void flush();

    /** Whether it takes more now; {@link Attempt#backendWritable} tells when it does again. */
    boolean isWritable();

    /** Stops reading the answer, until {@link #resume}. */
    void pause();

    void resume();

    /** The request was sent whole: from here the answer's head is awaited. */
    void awaitHead();

    /** Gives the connection back; it is closed when it cannot serve another request. */
    void release(boolean reusable);
}
