package dev.lbctl.launcher.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is sent, each time alike. */
public final class Message {
    private static final byte[] NOTHING = {};

    private final String method;
    private final String path;
    private final List<String> fields;
    private final byte[] body;

    /** @param fields like {@code X-Team: a}, in place of ours of the same name; the body's length is left to us */
    public Message(String method, String path, List<String> fields, byte[] body) {
        this.method = method;
        this.path = path;
        this.fields = List.copyOf(fields);
        this.body = body.clone();
    }

    /** To a path, without anything else. */
    public static Message get(String path) {
        return new Message("GET", path, List.of(), NOTHING);
    }

    String method() {
        return method;
    }

    public String path() {
        return path;
    }

    byte[] bytes(String authority) {
        List<String> head = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1"));
        for (String ours : List.of("Host: " + authority, "User-Agent: lbctl-bench", "Accept: */*")) {
            if (fields.stream().noneMatch(field -> name(field).equalsIgnoreCase(name(ours)))) {
                head.add(ours);
            }
        }
        head.addAll(fields);
        if (body.length > 0 || !(method.equals("GET") || method.equals("HEAD"))) {
            head.add("Content-Length: " + body.length);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':'));
    }
}
