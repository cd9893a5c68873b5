package dev.lbctl.balancer.exchange;

import io.netty.buffer.ByteBuf;

/** One end of a connection. Owner: the exchange's event loop. */
public interface ByteStream {

    /** A fresh buffer to write into. */
    ByteBuf buffer();

    /** Queues bytes and takes them over. */
    void send(ByteBuf bytes);

    /** Sends what was queued. */
    void flush();

    /** Whether it takes more now; who reads from the other side is told when it does again. */
    boolean isWritable();

    /** Stops reading, until {@link #resume}. */
    void pause();

    void resume();

    /** Sends nothing more behind what was queued; what comes is still read. Runs {@code sent} when the peer has been told. */
    void closeOutput(Runnable sent);

    /** From now on what comes is the tunnel's. */
    void join(Tunnel tunnel);
}
