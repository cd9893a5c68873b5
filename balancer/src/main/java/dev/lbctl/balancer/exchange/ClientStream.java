package dev.lbctl.balancer.exchange;

/** The client's end of an exchange; {@link Exchange#clientWritable} tells when it takes more. */
public interface ClientStream extends ByteStream {

    Caller caller();

    /** On the event loop that serves it. */
    LoopTime time();

    /** Whether the connection takes another request after this one, as far as is known now. */
    boolean staysOpen();

    /** Asks for the next piece of the request's body. */
    void read();

    /** The answer was sent whole: the connection goes on to the next request, or closes. */
    void finish(boolean keepAlive);

    /** Breaks the connection off, so that nobody takes what was sent for a whole answer. */
    void abort();

    /** Runs something on the exchange's event loop. Any thread. */
    void execute(Runnable task);
}
