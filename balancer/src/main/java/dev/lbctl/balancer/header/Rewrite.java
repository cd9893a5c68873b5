package dev.lbctl.balancer.header;

import org.jspecify.annotations.Nullable;

/**
 * What a route changes of its requests, and of what backends answer to them.
 *
 * @param prefix segments that are cut off the start of the target; every target of the route has them; empty cuts nothing off
 * @param sessionCookie the name of a cookie that is the balancer's own, and stays behind; null when there is none
 */
public record Rewrite(
        String prefix,
        HeaderEdits request,
        HeaderEdits response,
        @Nullable String sessionCookie) {
    public static final Rewrite NONE = new Rewrite("", HeaderEdits.NONE, HeaderEdits.NONE, null);

    /** What a backend is asked for: begins with a slash, as every target with such a prefix does. */
    String target(String asked) {
        if (prefix.isEmpty()) {
            return asked;
        }
        String rest = asked.substring(prefix.length());
        return rest.startsWith("/") ? rest : "/" + rest;
    }
}
