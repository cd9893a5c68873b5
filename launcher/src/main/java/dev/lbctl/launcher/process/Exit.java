package dev.lbctl.launcher.process;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a process ended.
 *
 * @param code its exit code, 128 + n when signal n ended it; null when it was not our child and nobody told us
 */
public record Exit(@Nullable Integer code) {
    private static final int SIGNAL_BASE = 128;
    private static final Set<Integer> ORDERS = Set.of(1, 2, 9, 15);
    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 9, "SIGKILL", 11, "SIGSEGV",
            13, "SIGPIPE", 15, "SIGTERM");

    public boolean isSuccess() {
        return code != null && code == 0;
    }

    /** Whether somebody had it end by a signal: what it wrote before says nothing of that. */
    public boolean isByOrder() {
        return code != null && ORDERS.contains(code - SIGNAL_BASE);
    }

    /** Exit code or signal in words, e.g. {@code ended by SIGKILL} or {@code exited with code 1}. */
    @Override
    public String toString() {
        if (code == null) {
            return "ended, exit code unknown";
        }
        String signal = SIGNALS.get(code - SIGNAL_BASE);
        return signal == null ? "exited with code " + code : "ended by " + signal;
    }
}
