package dev.lbctl.launcher.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /fault/{name}}: at least one of the first three.
 *
 * @param delay added before every answer, such as {@code 300ms}; up to 60 s
 * @param errors share of answers that are an error instead, 0–1
 * @param hang whether nothing is answered at all
 * @param lasts such as {@code 20s}, which null means; up to 10 minutes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultOrder(
        @Nullable String delay,
        @Nullable Double errors,
        @Nullable Boolean hang,
        @JsonProperty("for") @Nullable String lasts) {}
