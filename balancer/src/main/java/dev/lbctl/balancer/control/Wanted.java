package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.BackendChange;
import dev.lbctl.balancer.api.JoinRequest;
import dev.lbctl.balancer.operator.Change;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Weight;
import dev.lbctl.balancer.scorecard.Cause;
import dev.lbctl.balancer.surface.Refusal;
import dev.lbctl.config.yaml.Durations;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a request wants of a backend, in the domain's terms; what makes no sense is refused. */
final class Wanted {
    private static final int HTTP_PORT = 80;
    private static final Duration LONGEST_ABSENCE = Duration.ofHours(1);

    private Wanted() {}

    static Change change(BackendChange wanted) {
        if (wanted.duty() == null && wanted.weight() == null) {
            throw Refusal.wrongValue("nothing is to be changed", "write \"duty\", \"weight\" or both");
        }
        if (wanted.duty() == null && wanted.lasts() != null) {
            throw Refusal.wrongValue("for is \"" + wanted.lasts() + "\", but no duty is given", "write \"duty\", too");
        }
        return new Change(duty(wanted.duty()), weight(wanted.weight()), lasts(wanted.lasts()));
    }

    /** Whether the backend is only set aside for its end. */
    static boolean isLeaving(BackendChange wanted) {
        boolean leaving = Boolean.TRUE.equals(wanted.leaving());
        if (leaving && (wanted.weight() != null || wanted.lasts() != null || !"drain".equals(wanted.duty()))) {
            throw Refusal.wrongValue("leaving is true", "write it with \"duty\": \"drain\" and nothing else");
        }
        return leaving;
    }

    /** Why the backend is gone; null when that is not said. */
    static @Nullable Cause cause(BackendChange wanted) {
        String word = wanted.cause();
        if (word == null) {
            return null;
        }
        if (wanted.returning() == null) {
            throw Refusal.wrongValue("cause is \"" + word + "\"", "write \"returning\", too");
        }
        return Cause.given(word)
                .orElseThrow(() -> Refusal.wrongValue(
                        "cause is \"" + word + "\"", "write \"killed\", \"crashed\", \"restarted\" or \"stopped\""));
    }

    /** Within what time the backend is back, zero if it is not; null when that is not said. */
    static @Nullable Duration returning(BackendChange wanted) {
        String text = wanted.returning();
        if (text == null) {
            return null;
        }
        if (wanted.duty() != null || wanted.weight() != null || wanted.lasts() != null || wanted.leaving() != null) {
            throw Refusal.wrongValue("returning is \"" + text + "\"", "write it alone");
        }
        return Durations.parse(text)
                .filter(time -> time.compareTo(LONGEST_ABSENCE) <= 0)
                .orElseThrow(
                        () -> Refusal.wrongValue("returning is \"" + text + "\"", "write a time like 30s, at most 1h"));
    }

    static Backend backend(JoinRequest wanted) {
        String name = wanted.name();
        if (name == null || !name.matches("[\\w.:\\[\\]-]{1,128}")) {
            throw Refusal.wrongValue(
                    "name is \"" + name + "\"", "write 1 to 128 letters, digits or characters of . _ : - [ ]");
        }
        URI url = url(wanted.url());
        String host = url.getHost().startsWith("[")
                ? url.getHost().substring(1, url.getHost().length() - 1)
                : url.getHost();
        return new Backend(name, host, url.getPort() < 0 ? HTTP_PORT : url.getPort());
    }

    private static @Nullable Duty duty(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(Duty.values())
                .filter(duty -> ApiMapping.word(duty).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.wrongValue("duty is \"" + word + "\"", "write \"ready\", \"drain\" or \"maint\""));
    }

    private static @Nullable Integer weight(@Nullable Integer weight) {
        if (weight != null && (weight < 1 || weight > Weight.MAX)) {
            throw Refusal.wrongValue(
                    "weight is " + weight,
                    "write a number from 1 to " + Weight.MAX + "; to give it nothing: \"duty\": \"drain\"");
        }
        return weight;
    }

    private static @Nullable Duration lasts(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Durations.parse(text)
                .filter(time -> !time.isZero())
                .orElseThrow(() -> Refusal.wrongValue("for is \"" + text + "\"", "write a time like 30s, 10m or 2h"));
    }

    private static URI url(@Nullable String text) {
        try {
            URI url = URI.create(text == null ? "" : text);
            boolean bare = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
            boolean rooted = url.getRawPath() == null || url.getRawPath().matches("/?");
            if ("http".equals(url.getScheme())
                    && url.getHost() != null
                    && bare
                    && rooted
                    && url.getPort() != 0
                    && url.getPort() <= 65_535) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // refused below, like every other text that is not such a URL
        }
        throw Refusal.wrongValue("url is \"" + text + "\"", "write http://HOST:PORT");
    }
}
