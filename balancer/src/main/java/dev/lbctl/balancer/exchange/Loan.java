package dev.lbctl.balancer.exchange;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The connection that an attempt has to its backend, as soon as it has one. Owner: the attempt. */
final class Loan {
    private @Nullable BackendStream stream;
    private boolean reused;
    private boolean paused;

    void begin(BackendStream lent, boolean wasUsed) {
        stream = lent;
        reused = wasUsed;
    }

    boolean isThere() {
        return stream != null;
    }

    BackendStream stream() {
        return Objects.requireNonNull(stream, "not connected");
    }

    /** Whether the connection had served before. */
    boolean isReused() {
        return reused;
    }

    /** Reads on only as far as the client takes more. */
    void keepPace(boolean clientTakesMore) {
        if (!clientTakesMore && stream != null) {
            paused = true;
            stream.pause();
        }
    }

    /** The client keeps up again. */
    void resume() {
        if (paused && stream != null) {
            paused = false;
            stream.resume();
        }
    }

    /** Whether the client does not keep up. */
    boolean isPaused() {
        return paused;
    }

    /** Gives the connection back. */
    void end(boolean reusable) {
        if (stream != null) {
            stream.release(reusable);
        }
    }
}
