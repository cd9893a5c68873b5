package dev.lbctl.balancer.exchange;

/** Where attempts get their connections. */
public interface Upstreams {

    /**
     * Lends {@code attempt} a connection to its backend: calls {@link Attempt#connected} or {@link Attempt#ended}, at once or
     * later, on the same event loop.
     *
     * @param fresh whether a kept one will not do
     */
    void open(Attempt attempt, boolean fresh);
}
