package dev.lbctl.balancer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, with its cause. The launcher's events have the same form.
 *
 * @param id rises by one within its source
 * @param source {@code balancer} or {@code launcher}
 * @param type a word, e.g. {@code up}, {@code down}, {@code joined}, {@code crashed}
 * @param subject the backend or node it happened to; null when it concerns the whole
 * @param message one sentence for a person
 * @param scorecard the same in figures, of the type {@code scorecard}; left out of all others
 */
public record Event(
        long id,
        Instant time,
        String source,
        String type,
        @Nullable String subject,
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Scorecard scorecard) {

    /** One of another type than {@code scorecard}. */
    public Event(long id, Instant time, String source, String type, @Nullable String subject, String message) {
        this(id, time, source, type, subject, message, null);
    }
}
