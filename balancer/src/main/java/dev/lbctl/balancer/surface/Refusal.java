package dev.lbctl.balancer.surface;

import dev.lbctl.balancer.api.ErrorBody;

/** A request is answered with a no: its status and body. Thrown by an endpoint, written by {@link ControlSurface}. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final transient ErrorBody body;

    public Refusal(int status, ErrorBody body) {
        super(body.detail(), null, false, false);
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public ErrorBody body() {
        return body;
    }
}
