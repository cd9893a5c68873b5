package dev.lbctl.balancer.http;

/**
 * How the end of a message is told (RFC 9112, section 6.3).
 *
 * @param length bytes of the body when it is told by LENGTH, else 0
 */
public record Framing(Kind kind, long length) {
    /** The ways of telling it. */
    public enum Kind {
        NONE,
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE
    }

    public static final Framing NONE = new Framing(Kind.NONE, 0);
    public static final Framing CHUNKED = new Framing(Kind.CHUNKED, 0);
    public static final Framing UNTIL_CLOSE = new Framing(Kind.UNTIL_CLOSE, 0);

    public static Framing length(long bytes) {
        return new Framing(Kind.LENGTH, bytes);
    }

    /** Whether there may be a byte of a body. */
    public boolean hasBody() {
        return kind != Kind.NONE && (kind != Kind.LENGTH || length > 0);
    }
}
