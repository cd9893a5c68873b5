package dev.lbctl.balancer.listener;

import io.netty.channel.ChannelHandlerContext;

/**
 * Keeps at most one read outstanding. A read may be answered within the call that asks for it, out of what is queued; asking
 * again from there comes after, not within, so that a long queue does not deepen the stack. Owner: the connection's event loop.
 */
final class Demand {
    private boolean asked;
    private boolean asking;
    private boolean served;

    /** Asks for one message, unless one is awaited already. */
    void ask(ChannelHandlerContext context) {
        if (asked) {
            return;
        }
        asked = true;
        if (!asking) {
            asking = true;
            do {
                served = false;
                context.read();
            } while (asked && served);
            asking = false;
        }
    }

    /** The message that was asked for is here. */
    void served() {
        asked = false;
        served = true;
    }

    /** What the socket had was used up: what was asked for and did not come is asked for again. */
    void renew(ChannelHandlerContext context) {
        if (asked) {
            asked = false;
            ask(context);
        }
    }
}
