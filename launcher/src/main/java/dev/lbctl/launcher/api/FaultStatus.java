package dev.lbctl.launcher.api;

/**
 * How a sample server misbehaves on purpose.
 *
 * @param words for a person, such as {@code answers 300 ms later}; empty when it behaves
 * @param delayMs added before every answer
 * @param errorRate share of answers that are an error instead, 0–1
 * @param hang whether nothing is answered at all
 * @param secondsLeft until it behaves again; 0 when it does
 */
public record FaultStatus(String words, long delayMs, double errorRate, boolean hang, double secondsLeft) {
    /** With the time that is left, such as {@code hangs, for 12 s}; empty when it behaves. */
    public String sentence() {
        return secondsLeft > 0 ? words + ", for " + Math.round(secondsLeft) + " s" : "";
    }

    /** Of a server that behaves. */
    public static final FaultStatus NONE = new FaultStatus("", 0, 0, false, 0);
}
