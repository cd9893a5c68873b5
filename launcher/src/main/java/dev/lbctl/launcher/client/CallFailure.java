package dev.lbctl.launcher.client;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.config.Address;
import java.io.IOException;
import java.net.SocketTimeoutException;

/** A call that brought no result. */
public abstract sealed class CallFailure extends RuntimeException {

    private CallFailure(String message, Throwable cause) {
        super(message, cause);
    }

    private CallFailure(String message) {
        super(message, null, false, false);
    }

    /** Nobody answered: not there, or not in time. */
    public static final class Unreachable extends CallFailure {
        private final transient Address address;

        Unreachable(Address address, IOException cause) {
            super(address + " does not answer: " + reason(cause), cause);
            this.address = address;
        }

        public Address address() {
            return address;
        }

        /** Whether somebody may be there who was too slow. */
        public boolean isLate() {
            return getCause() instanceof SocketTimeoutException;
        }

        private static String reason(IOException cause) {
            return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
    }

    /** The server answered with a no. */
    public static final class Refused extends CallFailure {
        private final int status;
        private final transient ErrorBody body;

        Refused(int status, ErrorBody body) {
            super(body.detail());
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
}
