package dev.lbctl.balancer.exchange;

import io.netty.handler.codec.http.HttpObject;

/** The client's end of an exchange. Owner: the exchange's event loop. */
public interface ClientStream {

    /** Queues a piece of the answer and takes it over. */
    void send(HttpObject message);

    /** Sends what was queued. */
    void flush();

    /** Whether it takes more now; {@link Exchange#clientWritable} tells when it does again. */
    boolean isWritable();

    /** Whether the connection takes another request after this one, as far as is known now. */
    boolean staysOpen();

    /** Asks for the next piece of the request's body. */
    void read();

    /** The answer was sent whole: the connection goes on to the next request, or closes. */
    void finish(boolean keepAlive);

    /** Breaks the connection off, so that nobody takes what was sent for a whole answer. */
    void abort();
}
