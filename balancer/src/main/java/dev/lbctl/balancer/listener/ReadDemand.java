package dev.lbctl.balancer.listener;

import io.netty.channel.Channel;

/** Asks a client's socket for bytes, and sees to it that the end of them is read. Owner: the socket's event loop. */
final class ReadDemand {
    private final Channel channel;
    private boolean asked;
    private boolean ending;

    ReadDemand(Channel channel) {
        this.channel = channel;
    }

    void ask() {
        asked = true;
        channel.read();
    }

    /** Bytes came. With io_uring they come unasked when the client has left, as far as they are there, but without the end. */
    void arrived() {
        ending |= !asked;
    }

    /** What could be read for now was read. */
    void answered() {
        asked = false;
        if (ending) {
            ask();
        }
    }
}
