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

    /** A value in the request cannot be used. */
    public static Refusal wrongValue(String detail, String hint) {
        return new Refusal(400, new ErrorBody("wrong_value", detail, hint));
    }

    public int status() {
        return status;
    }

    public ErrorBody body() {
        return body;
    }
}
