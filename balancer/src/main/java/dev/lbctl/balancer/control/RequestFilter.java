package dev.lbctl.balancer.control;

import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.surface.Refusal;
import dev.lbctl.config.yaml.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of the finished requests somebody wants to see: {@code ?limit=20&backend=server-1&status=5xx&method=GET&path=/api&failed}.
 * What is left out does not matter; a parameter that is not known, or has another form, is refused.
 *
 * @param limit 1–1000, how many at most
 */
record RequestFilter(int limit, Predicate<RequestRecord> wanted) {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    private static final Set<String> KNOWN = Set.of("limit", "backend", "status", "method", "path", "failed");
    private static final Pattern STATUS = Pattern.compile("[0-9]xx|[0-9]{1,3}");

    static RequestFilter of(Map<String, List<String>> query) {
        query.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.wrongValue(
                            "there is no filter \"" + name + "\"",
                            Suggestion.advice(name, KNOWN.stream().sorted().toList()));
                });
        Predicate<RequestRecord> wanted = Stream.of(
                        backend(value(query, "backend")),
                        status(value(query, "status")),
                        method(value(query, "method")),
                        path(value(query, "path")),
                        failed(value(query, "failed")))
                .reduce(RequestFilter::any, Predicate::and);
        return new RequestFilter(limit(value(query, "limit")), wanted);
    }

    private static @Nullable String value(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    private static Predicate<RequestRecord> backend(@Nullable String name) {
        return name == null
                ? RequestFilter::any
                : request -> name.equals(request.served().backend());
    }

    private static Predicate<RequestRecord> status(@Nullable String text) {
        if (text == null) {
            return RequestFilter::any;
        }
        if (!STATUS.matcher(text).matches()) {
            throw Refusal.wrongValue(
                    "status is \"" + text + "\"", "write a status or a class of them, like 503 or 5xx");
        }
        return text.endsWith("xx")
                ? request -> request.answered().status() / 100 == text.charAt(0) - '0'
                : request -> request.answered().status() == Integer.parseInt(text);
    }

    private static Predicate<RequestRecord> method(@Nullable String method) {
        return method == null
                ? RequestFilter::any
                : request -> method.equalsIgnoreCase(request.asked().method());
    }

    private static Predicate<RequestRecord> path(@Nullable String prefix) {
        return prefix == null
                ? RequestFilter::any
                : request -> request.asked().target().startsWith(prefix);
    }

    private static Predicate<RequestRecord> failed(@Nullable String text) {
        if (text == null) {
            return RequestFilter::any;
        }
        return switch (text) {
            case "", "true" -> RequestRecord::failed;
            case "false" -> request -> !request.failed();
            default -> throw Refusal.wrongValue("failed is \"" + text + "\"", "write true or false");
        };
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw Refusal.wrongValue("limit is \"" + text + "\"", "write a number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static boolean any(RequestRecord request) {
        return true;
    }
}
