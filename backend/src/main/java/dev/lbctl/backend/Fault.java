package dev.lbctl.backend;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How a server is to misbehave for a while.
 *
 * @param delayMs added before every answer that is not about health
 * @param errorRate share of such answers that are a 500 instead, 0–1
 * @param hang whether nothing is answered at all, not even about health
 * @param untilMs when it is over, in milliseconds since 1970
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Fault(long delayMs, double errorRate, boolean hang, long untilMs) {
    static final Fault NONE = new Fault(0, 0, false, 0);
}
