package dev.lbctl.balancer.refusal;

import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.retry.Outcome;
import java.util.Locale;

/** Every answer that is the balancer's own: cause → status and words. The only such table. */
public enum GatewayError {
    BAD_REQUEST(400, "Bad Request", "The request is not valid HTTP/1.1."),
    NO_ROUTE(404, "Not Found", "No route takes this host and path."),
    HEAD_TIMEOUT(408, "Request Timeout", "The request's head did not come in time."),
    CLIENT_STALLED(408, "Request Timeout", "The request's body did not come in time."),
    BODY_TOO_LARGE(413, "Content Too Large", "The request's body is larger than it may be."),
    URI_TOO_LONG(414, "URI Too Long", "The request line is longer than it may be."),
    HEADERS_TOO_LARGE(431, "Request Header Fields Too Large", "The request's header section is larger than it may be."),
    METHOD_REFUSED(501, "Not Implemented", "This method is not served here."),
    CODING_UNKNOWN(501, "Not Implemented", "Of transfer codings, only chunked is served here."),
    VERSION_UNKNOWN(505, "HTTP Version Not Supported", "HTTP/1.1 and HTTP/1.0 are served here."),
    OVERLOADED(503, "Service Unavailable", "Too many clients are connected."),
    NO_MEMBER(503, "Service Unavailable", "No backend of pool {pool} can take the request now."),
    QUEUE_FULL(503, "Service Unavailable", "No backend of pool {pool} has room, and too many requests wait already."),
    QUEUE_TIMEOUT(503, "Service Unavailable", "Every backend of pool {pool} was busy for too long."),
    RETURN_TIMEOUT(
            503, "Service Unavailable", "The backend of pool {pool} that is expected back did not come in time."),
    NO_SOCKET(503, "Service Unavailable", "The balancer has no socket left for a connection to a backend."),
    UNREACHABLE(502, "Bad Gateway", "The backend cannot be reached."),
    CLOSED(502, "Bad Gateway", "The backend closed the connection before it answered."),
    BAD_RESPONSE(502, "Bad Gateway", "The backend's answer is not valid HTTP."),
    CONNECT_TIMEOUT(504, "Gateway Timeout", "The backend did not accept a connection in time."),
    TIMEOUT(504, "Gateway Timeout", "The backend did not answer in time.");

    private final int status;
    private final String reason;
    private final String detail;

    GatewayError(int status, String reason, String detail) {
        this.status = status;
        this.reason = reason;
        this.detail = detail;
    }

    /** What a client is told when an attempt ended so, and none follows. */
    public static GatewayError of(Outcome outcome) {
        return switch (outcome.kind()) {
            case REFUSED -> NO_MEMBER;
            case CONNECT_TIMEOUT -> CONNECT_TIMEOUT;
            case NO_SOCKET -> NO_SOCKET;
            case UNREACHABLE -> UNREACHABLE;
            case CLOSED -> CLOSED;
            case BAD_RESPONSE -> BAD_RESPONSE;
            case TIMEOUT -> TIMEOUT;
            case CLIENT_STALLED -> CLIENT_STALLED;
            case CLIENT_MALFORMED -> BAD_REQUEST;
            case CLIENT_OVERSIZED -> BODY_TOO_LARGE;
            case COMPLETED, CLIENT_GONE -> throw new IllegalArgumentException("no error: " + outcome);
        };
    }

    /** What a client is told whose request reads wrong. */
    public static GatewayError of(Flaw flaw) {
        return switch (flaw) {
            case LINE_TOO_LONG -> URI_TOO_LONG;
            case HEADERS_TOO_LARGE -> HEADERS_TOO_LARGE;
            case VERSION -> VERSION_UNKNOWN;
            case CODING_UNKNOWN -> CODING_UNKNOWN;
            default -> BAD_REQUEST;
        };
    }

    /** The word that stands for it in answers and records. */
    public String cause() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    /** The status in words (RFC 9110, section 15). */
    String reason() {
        return reason;
    }

    /** Why, in a sentence. */
    public String detail() {
        return detail;
    }

    /** The same to one whose request went to this pool. */
    public String detail(String pool) {
        return detail.replace("{pool}", pool);
    }
}
