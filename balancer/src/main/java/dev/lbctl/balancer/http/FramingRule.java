package dev.lbctl.balancer.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells from a head where its message ends, and refuses one that could be read in two ways (RFC 9112, section 6). */
public final class FramingRule {
    private static final String CHUNKED = "chunked";
    private static final int MOST_DIGITS = 18;

    private FramingRule() {}

    /** Why nobody can tell where the message ends, null when everybody can. */
    public static @Nullable Flaw flaw(Fields fields, Version version) {
        int coding = fields.next(FieldName.TRANSFER_ENCODING, 0);
        int length = fields.next(FieldName.CONTENT_LENGTH, 0);
        if (coding < 0) {
            return length < 0 ? null : lengthFlaw(fields, length);
        }
        if (version == Version.HTTP_1_0) {
            return Flaw.CODING_IN_1_0;
        }
        return length < 0 ? codingFlaw(fields, coding) : Flaw.CODING_AND_LENGTH;
    }

    /** The framing of a request whose head has no flaw. */
    public static Framing request(Fields fields) {
        Framing told = told(fields);
        return told == null ? Framing.NONE : told;
    }

    /** The framing of a response with such a status, to a request with such a method, whose head has no flaw. */
    public static Framing response(Fields fields, int status, String requestMethod) {
        if (isWithoutBody(status) || status == 304 || requestMethod.equals("HEAD")) {
            return Framing.NONE;
        }
        if (requestMethod.equals("CONNECT") && status / 100 == 2) {
            return Framing.NONE;
        }
        Framing told = told(fields);
        return told == null ? Framing.UNTIL_CLOSE : told;
    }

    /** RFC 9112, section 6.1: with these a Transfer-Encoding must not be sent. */
    public static boolean isWithoutBody(int status) {
        return status < 200 || status == 204;
    }

    private static @Nullable Framing told(Fields fields) {
        if (fields.contains(FieldName.TRANSFER_ENCODING)) {
            return Framing.CHUNKED;
        }
        int length = fields.next(FieldName.CONTENT_LENGTH, 0);
        return length < 0 ? null : Framing.length(number(fields, length));
    }

    private static @Nullable Flaw lengthFlaw(Fields fields, int i) {
        if (fields.next(FieldName.CONTENT_LENGTH, i + 1) >= 0) {
            return Flaw.CONTENT_LENGTH_REPEATED;
        }
        int digits = fields.valueEnd(i) - fields.valueStart(i);
        boolean sound = digits > 0
                && digits <= MOST_DIGITS
                && Octets.are(Octets.DIGIT, fields.bytes(), fields.valueStart(i), fields.valueEnd(i));
        return sound ? null : Flaw.CONTENT_LENGTH;
    }

    private static @Nullable Flaw codingFlaw(Fields fields, int i) {
        if (fields.next(FieldName.TRANSFER_ENCODING, i + 1) >= 0) {
            return Flaw.TRANSFER_ENCODING;
        }
        if (Octets.spell(CHUNKED, fields.bytes(), fields.valueStart(i), fields.valueEnd(i))) {
            return null;
        }
        return isKnowableList(fields.value(i)) ? Flaw.CODING_UNKNOWN : Flaw.TRANSFER_ENCODING;
    }

    /** Whether it is a list of codings in which chunked stands once, as the last: somebody could read it. */
    private static boolean isKnowableList(String value) {
        List<String> codings =
                List.of(value.split(",", -1)).stream().map(String::trim).toList();
        int last = codings.size() - 1;
        return last > 0
                && codings.get(last).equalsIgnoreCase(CHUNKED)
                && codings.stream().limit(last).allMatch(FramingRule::isOtherCoding);
    }

    /** RFC 9112, section 7: a token; none of the registered codings has parameters. */
    private static boolean isOtherCoding(String coding) {
        return !coding.isEmpty()
                && !coding.equalsIgnoreCase(CHUNKED)
                && coding.chars().allMatch(FramingRule::isToken);
    }

    private static boolean isToken(int c) {
        return Octets.are(Octets.TOKEN, (byte) c);
    }

    private static long number(Fields fields, int i) {
        long number = 0;
        for (int at = fields.valueStart(i); at < fields.valueEnd(i); at++) {
            number = number * 10 + fields.bytes()[at] - '0';
        }
        return number;
    }
}
