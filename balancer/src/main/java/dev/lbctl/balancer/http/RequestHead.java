package dev.lbctl.balancer.http;

import org.jspecify.annotations.Nullable;

/**
 * A request up to its body, with one meaning only (RFC 9112, section 3).
 *
 * @param method as it was sent; methods are case-sensitive
 * @param target in the form it was sent in
 */
public record RequestHead(String method, String target, Version version, Fields fields, Framing framing) {

    /** Whether the client would go on with this connection (RFC 9112, section 9.3). */
    public boolean keepsAlive() {
        return Persistence.isWanted(version, fields);
    }

    /** Whether the client may wait to be asked for the body (RFC 9110, section 10.1.1). */
    public boolean expectsContinue() {
        return version == Version.HTTP_1_1 && fields.lists(FieldName.EXPECT, "100-continue");
    }

    /** The host the request is for; null when an HTTP/1.0 request names none. */
    public @Nullable String host() {
        return host(null);
    }

    /** The same; when that is the likely one, it is the very string. */
    public @Nullable String host(@Nullable String likely) {
        String named = fields.first(FieldName.HOST, likely);
        return named == null && isAbsolute() ? target.substring(authorityStart(), authorityEnd()) : named;
    }

    /** The target as a server is asked for it: path and query, or {@code *}; for CONNECT the authority. */
    public String originTarget() {
        if (!isAbsolute()) {
            return target;
        }
        String rest = target.substring(authorityEnd());
        if (rest.isEmpty()) {
            return method.equals("OPTIONS") ? "*" : "/";
        }
        return rest.charAt(0) == '/' ? rest : "/" + rest;
    }

    /** The same without the query. */
    public String path() {
        String whole = originTarget();
        int query = whole.indexOf('?');
        return query < 0 ? whole : whole.substring(0, query);
    }

    private boolean isAbsolute() {
        return target.charAt(0) != '/' && !target.equals("*") && !method.equals("CONNECT");
    }

    private int authorityStart() {
        return target.indexOf("://") + "://".length();
    }

    private int authorityEnd() {
        int at = authorityStart();
        while (at < target.length() && target.charAt(at) != '/' && target.charAt(at) != '?') {
            at++;
        }
        return at;
    }
}
