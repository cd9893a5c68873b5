package dev.lbctl.balancer.exchange;

/** A connection to a backend, lent to one attempt; {@link Attempt#backendWritable} tells when it takes more. */
public interface BackendStream extends ByteStream {

    /** The backend's host and port, as a Host field has them. */
    String authority();

    /** Gives the connection back; it is closed when it cannot serve another request. */
    void release(boolean reusable);
}
