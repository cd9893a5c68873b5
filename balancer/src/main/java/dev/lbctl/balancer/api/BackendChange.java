package dev.lbctl.balancer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code PATCH /backends/{name}}: what is left out stays as it is.
 *
 * @param duty {@code ready}, {@code drain} or {@code maint}
 * @param weight 1–1000
 * @param lasts a time such as {@code 10m}, after which the duty is again what it was before
 * @param leaving true with the duty {@code drain} says that the backend is about to be stopped: nobody's lasting wish, but
 *     forgotten when the backend joins again
 * @param returning a time such as {@code 30s}: it is gone, or about to go, and comes back within that, so that requests which
 *     nobody else can serve wait for it; {@code 0s} says that it does not come back by itself
 * @param cause written with {@code returning}, {@code killed}, {@code crashed}, {@code restarted} or {@code stopped}: why it is gone
 * @param at written with {@code cause}, when its process ended; left out when it has not yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BackendChange(
        @Nullable String duty,
        @Nullable Integer weight,
        @JsonProperty("for") @Nullable String lasts,
        @Nullable Boolean leaving,
        @Nullable String returning,
        @Nullable String cause,
        @Nullable Instant at) {

    /** Sets no more than the duty. */
    public static BackendChange duty(String duty, @Nullable String lasts) {
        return new BackendChange(duty, null, lasts, null, null, null, null);
    }

    /** Sets no more than the weight. */
    public static BackendChange weight(int weight) {
        return new BackendChange(null, weight, null, null, null, null, null);
    }

    /** Sets the backend aside for its end. */
    public static BackendChange settingAside() {
        return new BackendChange("drain", null, null, true, null, null, null);
    }

    /** Says no more than whether the backend comes back, and why and when it ended. */
    public static BackendChange returning(String within, @Nullable String cause, @Nullable Instant at) {
        return new BackendChange(null, null, null, null, within, cause, at);
    }
}
