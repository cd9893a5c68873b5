package dev.lbctl.balancer.http;

/** Every way a message can be wrong; sections are of RFC 9112 where no other is named. */
public enum Flaw {
    /** Section 2.2. */
    BARE_LF("A line ends in LF alone; lines end in CRLF."),
    /** Section 2.2. */
    BARE_CR("A CR stands without its LF; lines end in CRLF."),
    /** Section 2.2: at least one is ignored, for the sake of old clients; here one and no more. */
    EMPTY_LINES("More than one empty line stands before the request line."),
    /** RFC 9110, section 5.5. */
    CONTROL_OCTET("A control character stands in the head."),
    /** RFC 9110, section 5.6.2, and RFC 3986, section 2. */
    NOT_ASCII("A method, target or field name has an octet that is not ASCII."),

    /** Section 3. */
    REQUEST_LINE("The request line is not a method, a target and a version with one space between them."),
    /** Section 3.1. */
    METHOD("The method is not a token."),
    /** Section 3.2. */
    TARGET("The request target is none of the four forms, or not one for this method."),
    /** Section 2.3. */
    VERSION("The version is neither HTTP/1.1 nor HTTP/1.0."),
    /** Section 3. */
    LINE_TOO_LONG("The request or status line is longer than the limit."),
    /** Section 4. */
    STATUS_LINE("The status line is not a version, a status and a reason with one space between them."),
    /** RFC 9110, section 15. */
    STATUS("The status is not between 100 and 599."),

    /** RFC 9110, section 5.4. */
    HEADERS_TOO_LARGE("A header or trailer section has more bytes or fields than the limit."),
    /** Section 5. */
    FIELD_NAME("A field name is not a token."),
    /** Section 5. */
    EMPTY_NAME("A field line has no name before its colon."),
    /** Section 5. */
    NO_COLON("A field line has no colon."),
    /** Section 5.1. */
    SPACE_BEFORE_COLON("White space follows a field name; the colon must."),
    /** Sections 2.2 and 5.2. */
    FOLDED_LINE("A field line begins with white space."),

    /** Section 3.2. */
    HOST_MISSING("An HTTP/1.1 request has no Host."),
    /** Section 3.2. */
    HOST_REPEATED("A request has more than one Host."),
    /** RFC 9110, section 7.2. */
    HOST("The Host is not a host with an optional port."),
    /** Section 3.2.2: the target's would have to win; one that contradicts it is rather refused. */
    HOST_DIFFERS("The Host is not the one that the target names."),

    /** Section 6.3, item 5. */
    CONTENT_LENGTH("The Content-Length is not 1 to 18 digits."),
    /** Section 6.3, item 5: a list of equal lengths may be refused as well. */
    CONTENT_LENGTH_REPEATED("There is more than one Content-Length."),
    /** Section 6.1. */
    TRANSFER_ENCODING("The Transfer-Encoding is not one field that ends in chunked."),
    /** Section 6.1. */
    CODING_UNKNOWN("The Transfer-Encoding has a coding other than chunked."),
    /** Section 6.1. */
    CODING_AND_LENGTH("There is a Transfer-Encoding and a Content-Length."),
    /** Section 6.1. */
    CODING_IN_1_0("An HTTP/1.0 message has a Transfer-Encoding."),
    /** Section 6.1: not with a status of 1xx or 204. */
    CODING_WITHOUT_BODY("A response that has no body has a Transfer-Encoding."),
    /** RFC 9110, section 9.3.6. */
    CONNECT_WITH_BODY("A CONNECT request has a body."),

    /** Section 7.1. */
    CHUNK_SIZE("A chunk size is not 1 to 16 hexadecimal digits up to 2^60."),
    /** Section 7.1.1. */
    CHUNK_EXTENSION("A chunk extension is not a name with an optional value."),
    /** Section 7.1.1: the recipient ought to limit them. */
    CHUNK_LINE("A chunk size with its extensions is longer than 256 bytes."),
    /** Section 7.1. */
    CHUNK_END("The data of a chunk is not followed by CRLF."),
    /** RFC 9110, section 6.5.1. */
    FORBIDDEN_TRAILER("A trailer section has a field that belongs into the head.");

    private final String detail;

    Flaw(String detail) {
        this.detail = detail;
    }

    /** One sentence for the peer that sent it. */
    public String detail() {
        return detail;
    }

    /** What is wrong with an octet that may stand nowhere, else the flaw given. */
    public static Flaw ofOctet(byte octet, Flaw other) {
        if (octet == '\n') {
            return BARE_LF;
        }
        if (octet == '\r') {
            return BARE_CR;
        }
        if (octet < 0) {
            return NOT_ASCII;
        }
        return octet < ' ' || octet == 0x7f ? CONTROL_OCTET : other;
    }
}
