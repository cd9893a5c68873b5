package dev.lbctl.balancer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code PATCH /backends/{name}}: what is left out stays as it is.
 *
 * @param duty {@code ready}, {@code drain} or {@code maint}
 * @param weight 1–1000
 * @param lasts a time such as {@code 10m}, after which the duty is again what it was before
 * @param leaving true with the duty {@code drain} says that the backend is about to be stopped: nobody's lasting wish, but
 *     forgotten when the backend joins again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BackendChange(
        @Nullable String duty,
        @Nullable Integer weight,
        @JsonProperty("for") @Nullable String lasts,
        @Nullable Boolean leaving) {}
