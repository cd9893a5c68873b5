package dev.lbctl.balancer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every answer that says no.
 *
 * @param error a stable word, e.g. {@code unknown_backend}
 * @param detail what was wrong, with the offending value
 * @param hint what to do next
 * @param problems all that is wrong in a configuration; left out of other answers
 */
public record ErrorBody(
        String error,
        String detail,
        String hint,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Problem> problems) {

    public ErrorBody(String error, String detail, String hint) {
        this(error, detail, hint, null);
    }
}
