package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.pool.Backend;
import org.jspecify.annotations.Nullable;

/**
 * What one event loop has for one backend: its idle connections, the last used on top. Each holds on to the one below, so that
 * nothing but them is touched. Owner: the event loop.
 */
final class Berth {
    private final Backend backend;
    private final String authority;
    private final boolean named;
    private @Nullable Connection top;
    private int idle;
    private int users;

    Berth(Backend backend) {
        this.backend = backend;
        this.authority = backend.authority();
        this.named = Approach.isNamed(backend);
    }

    Backend backend() {
        return backend;
    }

    /** Its host and port, as a Host field has them. */
    String authority() {
        return authority;
    }

    /** Whether its connections may come to lead elsewhere than its name. */
    boolean isNamed() {
        return named;
    }

    int idle() {
        return idle;
    }

    @Nullable
    Connection top() {
        return top;
    }

    void push(Connection connection) {
        connection.lieOn(top);
        top = connection;
        idle++;
    }

    /** Takes the one that was used last; null when none is idle. */
    @Nullable
    Connection pop() {
        Connection taken = top;
        if (taken != null) {
            remove(null, taken);
        }
        return taken;
    }

    /** Takes one out, if it is idle. */
    @SuppressWarnings("ReferenceEquality")
    void forget(Connection gone) {
        Connection above = null;
        for (Connection each = top; each != null; each = each.below()) {
            if (each == gone) {
                remove(above, gone);
                return;
            }
            above = each;
        }
    }

    private void remove(@Nullable Connection above, Connection taken) {
        if (above == null) {
            top = taken.below();
        } else {
            above.lieOn(taken.below());
        }
        taken.lieOn(null);
        idle--;
    }

    /** Somebody begins to open a connection. */
    Berth enter() {
        users++;
        return this;
    }

    /** That one is closed, or was never opened. Answers whether there is no other. */
    boolean leave() {
        return --users == 0;
    }
}
