package dev.lbctl.balancer.http;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up sound messages of all kinds, one behind the other as on a connection. */
final class RandomMessages {
    private static final String END = "\r\n";
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "OPTIONS", "get", "M-SEARCH", "!#$%&'*+-.^_`|~");
    private static final List<String> TARGETS =
            List.of("/", "/a/b?c=d", "//", "/?", "/%00", "http://h", "HTTPS://H/x", "http://h?y", "/:;@[]{}\"<>\\^`|");
    private static final List<String> NAMES = List.of(
            "A", "x-own", "Accept", "VIA", "Cookie", "Expect", "Connection", "Content_Length", "!#$%&'*+-.^_`|~9");
    private static final List<String> TRAILERS = List.of("A", "x-own", "Server-Timing", "Via", "ETag");
    private static final List<String> VALUES = List.of(
            "", "b", "close", "keep-alive, x", "a\tb  c", "\"q\\\"\"", "\u00e9\u00ff", ":", ",,", "100-continue");
    private static final List<String> BLANKS = List.of("", " ", " ", " ", "\t", " \t ");
    private static final List<String> EXTENSIONS =
            List.of("", "", "", ";a", ";a=b", " ;\ta = \"x;\\\"\"", ";a;b=\"\";c=d", ";n=\"\u00e9\"");
    private static final List<String> DATA =
            List.of("a", "\r\n", "0\r\n\r\n", "\u0000", "\u00ff", "GET / HTTP/1.1\r\n", "5");
    private static final List<String> STATUSES =
            List.of("200 OK", "404", "204 ", "304 Not Modified", "100 c", "500 \u00e9\t", "101 x");

    private final RandomGenerator random;

    RandomMessages(RandomGenerator random) {
        this.random = random;
    }

    String requests() {
        StringBuilder octets = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            octets.append(random.nextInt(8) == 0 ? END : "").append(request());
        }
        return octets.toString();
    }

    String responses() {
        StringBuilder octets = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String status = one(STATUSES);
            boolean bodiless = status.startsWith("1") || status.startsWith("204");
            octets.append("HTTP/1.1 ").append(status).append(END).append(fields(NAMES));
            octets.append(bodiless ? END : framedBody());
        }
        return octets.toString();
    }

    private String request() {
        if (random.nextInt(20) == 0) {
            return "CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n\r\n";
        }
        boolean old = random.nextInt(8) == 0;
        String line = one(METHODS) + " " + one(TARGETS) + (old ? " HTTP/1.0" : " HTTP/1.1") + END;
        String host = "Host:" + one(BLANKS) + "h" + one(BLANKS) + END;
        return line + fields(NAMES) + host + fields(NAMES) + (old ? END : framedBody());
    }

    private String fields(List<String> names) {
        StringBuilder lines = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            lines.append(one(names))
                    .append(':')
                    .append(one(BLANKS))
                    .append(one(VALUES))
                    .append(one(BLANKS))
                    .append(END);
        }
        return lines.toString();
    }

    /** The field that tells the length, the empty line, and the body. */
    private String framedBody() {
        return switch (random.nextInt(3)) {
            case 0 -> END;
            case 1 -> {
                String data = data();
                yield "content-Length:" + one(BLANKS) + data.length() + END + END + data;
            }
            default -> "Transfer-Encoding:" + one(BLANKS) + "chunked" + END + END + chunks();
        };
    }

    private String chunks() {
        StringBuilder chunks = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            String data = data() + "x";
            chunks.append(Integer.toHexString(data.length()))
                    .append(one(EXTENSIONS))
                    .append(END);
            chunks.append(data).append(END);
        }
        return chunks.append("0").append(one(EXTENSIONS)).append(END) + fields(TRAILERS) + END;
    }

    private String data() {
        StringBuilder data = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            data.append(one(DATA));
        }
        return data.toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
