package dev.lbctl.backend;

import java.util.Map;

/**
 * How a server is to misbehave for a while.
 *
 * @param delayMs added before every answer that is not about health
 * @param errorRate share of such answers that are a 500 instead, 0–1
 * @param hang whether nothing is answered at all, not even about health
 * @param untilMs when it is over, in milliseconds since 1970
 */
record Fault(long delayMs, double errorRate, boolean hang, long untilMs) {
    static final Fault NONE = new Fault(0, 0, false, 0);

    /** As it is told by the file of {@link FaultFile}; fields that are not known here are passed over. */
    static Fault of(Map<String, Object> told) {
        return new Fault(
                number(told, "delay_ms").longValue(),
                number(told, "error_rate").doubleValue(),
                Boolean.TRUE.equals(told.get("hang")),
                number(told, "until_ms").longValue());
    }

    private static Number number(Map<String, Object> told, String name) {
        return told.get(name) instanceof Number number ? number : 0;
    }
}
