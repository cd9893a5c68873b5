package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The field names this program has an opinion on; every other name is only passed on. */
public enum FieldName {
    ACCEPT("Accept"),
    AUTHORIZATION("Authorization"),
    CACHE_CONTROL("Cache-Control"),
    CONNECTION("Connection"),
    CONTENT_ENCODING("Content-Encoding"),
    CONTENT_LENGTH("Content-Length"),
    CONTENT_RANGE("Content-Range"),
    CONTENT_TYPE("Content-Type"),
    COOKIE("Cookie"),
    DATE("Date"),
    EXPECT("Expect"),
    FORWARDED("Forwarded"),
    HOST("Host"),
    KEEP_ALIVE("Keep-Alive"),
    LOCATION("Location"),
    MAX_FORWARDS("Max-Forwards"),
    PRAGMA("Pragma"),
    PROXY_AUTHENTICATE("Proxy-Authenticate"),
    PROXY_AUTHORIZATION("Proxy-Authorization"),
    PROXY_CONNECTION("Proxy-Connection"),
    RANGE("Range"),
    REFERER("Referer"),
    RETRY_AFTER("Retry-After"),
    SERVER("Server"),
    SET_COOKIE("Set-Cookie"),
    TE("TE"),
    TRAILER("Trailer"),
    TRANSFER_ENCODING("Transfer-Encoding"),
    UPGRADE("Upgrade"),
    USER_AGENT("User-Agent"),
    VIA("Via"),
    WWW_AUTHENTICATE("WWW-Authenticate"),
    X_FORWARDED_FOR("X-Forwarded-For"),
    X_FORWARDED_HOST("X-Forwarded-Host"),
    X_FORWARDED_PREFIX("X-Forwarded-Prefix"),
    X_FORWARDED_PROTO("X-Forwarded-Proto"),
    X_REQUEST_ID("X-Request-ID");

    private static final FieldName[] ALL = values();
    /** Open addressing: a name stands at its hash or in one of the places behind it, up to the first empty one. */
    private static final @Nullable FieldName[] TABLE = new FieldName[256];

    static {
        for (FieldName name : ALL) {
            int place = hash(name.line, 0, name.text.length());
            while (TABLE[place] != null) {
                place = (place + 1) % TABLE.length;
            }
            TABLE[place] = name;
        }
    }

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // known to this package only, which copies it
    private final byte[] line;

    FieldName(String text) {
        this.text = text;
        this.line = (text + ": ").getBytes(ISO_8859_1);
    }

    /** As it is written here: {@code Content-Length}. */
    public String text() {
        return text;
    }

    /** What a line with this name begins with: {@code Content-Length: }. Not to be changed. */
    byte[] line() {
        return line;
    }

    /** A number for it, below 64: it lives in this process only. */
    @SuppressWarnings("EnumOrdinal")
    int code() {
        return ordinal();
    }

    /** The bit of a long that stands for it. */
    long bit() {
        return 1L << code();
    }

    static FieldName coded(int code) {
        return ALL[code];
    }

    /** Answers the name that the bytes spell in any case, null for one without a place here. */
    static @Nullable FieldName of(byte[] bytes, int from, int to) {
        if (to == from) {
            return null;
        }
        int place = hash(bytes, from, to);
        for (FieldName name = TABLE[place]; name != null; name = TABLE[place]) {
            if (name.isSpelledBy(bytes, from, to)) {
                return name;
            }
            place = (place + 1) % TABLE.length;
        }
        return null;
    }

    /** Most peers spell it as it is written here, and to see that takes no letter by letter. */
    private boolean isSpelledBy(byte[] bytes, int from, int to) {
        return Arrays.equals(line, 0, text.length(), bytes, from, to) || Octets.spell(text, bytes, from, to);
    }

    /** Whether the bytes spell a name here once each underscore is read as a hyphen. */
    static boolean isMimicked(byte[] bytes, int from, int to) {
        byte[] hyphened = null;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '_') {
                hyphened = hyphened == null ? Arrays.copyOfRange(bytes, from, to) : hyphened;
                hyphened[at - from] = '-';
            }
        }
        return hyphened != null && of(hyphened, 0, hyphened.length) != null;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int length = to - from;
        int mixed = length * 7 + Octets.lower(bytes[from]) * 31 + Octets.lower(bytes[to - 1]) * 5;
        return (mixed + Octets.lower(bytes[from + length / 2]) * 11) & 0xff;
    }
}
