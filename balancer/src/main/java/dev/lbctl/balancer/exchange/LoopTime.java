package dev.lbctl.balancer.exchange;

/**
 * The time on an event loop: one moment for all that comes of one thing that happens, read once however many ask. Owner: the event
 * loop.
 */
public final class LoopTime {
    private boolean held;
    private boolean read;
    private long nanos;

    /** Something happens: until {@link #release} it is one moment. */
    public void hold() {
        held = true;
        read = false;
    }

    public void release() {
        held = false;
    }

    /** Now, as {@link System#nanoTime} has it. */
    public long nanos() {
        if (!held || !read) {
            nanos = System.nanoTime();
            read = true;
        }
        return nanos;
    }
}
