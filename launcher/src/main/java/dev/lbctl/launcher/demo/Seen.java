package dev.lbctl.launcher.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a load came to, from its beginning or between two moments.
 *
 * @param answered requests that were, whatever with
 * @param failed requests that somebody would miss: no answer, or a server's failure
 * @param retried times that the balancer passed a request on to another server
 * @param backends how many requests each server was given
 */
record Seen(long answered, long failed, long retried, Map<String, Long> backends) {

    Seen since(Seen before) {
        Map<String, Long> given = new TreeMap<>();
        backends.forEach((name, count) -> given.put(name, count - before.backends.getOrDefault(name, 0L)));
        return new Seen(answered - before.answered, failed - before.failed, retried - before.retried, given);
    }

    String counts() {
        return answered + " requests answered, " + failed + " failed, " + retried + " retried";
    }

    /** Who got which share. */
    String shares() {
        long all = Math.max(
                1, backends.values().stream().mapToLong(Long::longValue).sum());
        return new TreeMap<>(backends)
                .entrySet().stream()
                        .map(each -> each.getKey() + " " + Math.round(100.0 * each.getValue() / all) + " %")
                        .collect(Collectors.joining(", "));
    }
}
