package dev.lbctl.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a node is asked to end, with all that it has started.
 *
 * @param timeout after it, SIGKILL
 */
public record StopConfig(Signal signal, Duration timeout) {

    /** What a process may be asked by, as kill(1) calls it. */
    public enum Signal {
        TERM,
        INT,
        QUIT,
        HUP,
        USR1,
        USR2,
        KILL;

        /** Every signal by its name, in the order of the enum. */
        public static Map<String, Signal> byName() {
            Map<String, Signal> signals = new LinkedHashMap<>();
            for (Signal signal : values()) {
                signals.put(signal.name(), signal);
            }
            return signals;
        }
    }
}
