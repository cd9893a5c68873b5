package dev.lbctl.balancer.algorithm;

import dev.lbctl.config.HashConfig;
import java.util.Objects;

/** What of a request decides which member it belongs to, as a hash. Where a request lacks it, its client decides. */
@FunctionalInterface
interface HashKey {

    long of(Subject subject);

    static HashKey of(HashConfig config) {
        String name = Objects.requireNonNullElse(config.name(), "");
        return switch (config.by()) {
            case CLIENT -> client();
            case HEADER -> header(name);
            case COOKIE -> cookie(name);
            case PATH -> path();
            case QUERY -> query(name);
        };
    }

    /** The client's literal address. */
    static HashKey client() {
        return subject -> Hash.of(subject.client());
    }

    /** The first value of a header field. */
    static HashKey header(String name) {
        return subject -> {
            String value = subject.field(name);
            return Hash.of(value == null ? subject.client() : value);
        };
    }

    /** The value of a cookie (RFC 6265, section 4.2.1). */
    static HashKey cookie(String name) {
        return subject -> {
            String cookies = subject.field("cookie");
            int begin = cookies == null ? -1 : valueOf(name, cookies, 0, ';');
            return cookies == null || begin < 0 ? Hash.of(subject.client()) : upTo(';', cookies, begin);
        };
    }

    /** The path as it was written. */
    static HashKey path() {
        return subject -> Hash.of(subject.target(), 0, endOf(subject.target(), 0, '?'));
    }

    /** The first value of a parameter of the query, as it was written. */
    static HashKey query(String name) {
        return subject -> {
            String target = subject.target();
            int begin = valueOf(name, target, endOf(target, 0, '?') + 1, '&');
            return begin < 0 ? Hash.of(subject.client()) : upTo('&', target, begin);
        };
    }

    private static long upTo(char separator, String row, int begin) {
        return Hash.of(row, begin, endOf(row, begin, separator));
    }

    /** Where the value begins that {@code name} has in a row of {@code name=value}; -1 when it has none. */
    private static int valueOf(String name, String row, int begin, char separator) {
        int at = begin;
        while (at < row.length()) {
            while (at < row.length() && row.charAt(at) == ' ') {
                at++;
            }
            int value = at + name.length() + 1;
            if (value <= row.length() && row.charAt(value - 1) == '=' && row.startsWith(name, at)) {
                return value;
            }
            at = endOf(row, at, separator) + 1;
        }
        return -1;
    }

    private static int endOf(String row, int begin, char separator) {
        int end = row.indexOf(separator, begin);
        return end < 0 ? row.length() : end;
    }
}
