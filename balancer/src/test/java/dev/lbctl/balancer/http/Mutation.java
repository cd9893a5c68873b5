package dev.lbctl.balancer.http;

import java.util.List;
import java.util.random.RandomGenerator;

/** Damages messages in the ways that have confused proxies before, and in any other. */
final class Mutation {
    private static final String OCTETS =
            " \t\r\n\u0000:;=,\"\\/%[]#?@019afgAFHx+-_\u000b\u000c\u001f\u007f\u0080\u00ff";
    private static final String MEANINGFUL = "GHTP/1.0aA::\r\n\r\n\r\n \t\u00e9";
    private static final List<String> WORDS = List.of(
            "\r\n",
            "\r\n\r\n",
            "\n\n",
            "\r\n ",
            "Host: x\r\n",
            "Host:x:99999\r\n",
            "Content-Length: 3\r\n",
            "Content-Length: 0, 0\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding : chunked\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding:\u000bchunked\r\n",
            "Connection: close\r\n",
            "0\r\n\r\n",
            "ffffffffffffffff",
            "1000000000000000\r\n",
            "HTTP/1.1",
            "HTTP/1.0",
            "HTTP/2.0",
            "GET / HTTP/1.1\r\n",
            "CONNECT h:1 ",
            "OPTIONS * ",
            "http://u@h/",
            ";a=\"",
            "chunked",
            "Cookie: a\r\n",
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 204\r\n",
            "[::1]:80",
            "%zz",
            "http://");

    private final RandomGenerator random;

    Mutation(RandomGenerator random) {
        this.random = random;
    }

    String of(String octets) {
        StringBuilder changed = new StringBuilder(octets);
        for (int i = random.nextInt(4); i > 0 && !changed.isEmpty(); i--) {
            change(changed, random.nextInt(changed.length()));
        }
        return changed.toString();
    }

    /** Octets that mean something somewhere, in no order. */
    String noise() {
        StringBuilder octets = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            octets.append(MEANINGFUL.charAt(random.nextInt(MEANINGFUL.length())));
        }
        return octets.toString();
    }

    private void change(StringBuilder octets, int at) {
        int end = Math.min(octets.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(8)) {
            case 0 -> octets.setCharAt(at, octet());
            case 1 -> octets.insert(at, octet());
            case 2 -> octets.deleteCharAt(at);
            case 3 -> octets.delete(at, end);
            case 4 -> octets.insert(at, octets.substring(at, end));
            case 5 -> octets.insert(at, WORDS.get(random.nextInt(WORDS.size())));
            case 6 -> octets.insert(lineStart(octets, at), WORDS.get(random.nextInt(WORDS.size())));
            default -> octets.setLength(at);
        }
    }

    private char octet() {
        return random.nextInt(4) == 0 ? (char) random.nextInt(256) : OCTETS.charAt(random.nextInt(OCTETS.length()));
    }

    private static int lineStart(StringBuilder octets, int at) {
        return octets.lastIndexOf("\n", at) + 1;
    }
}
