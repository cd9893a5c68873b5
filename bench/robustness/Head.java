import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A message's start line and fields. */
final class Head {
    private final String start;
    private final Map<String, String> fields = new HashMap<>();

    Head(String start) throws ProtocolException {
        if (start.split(" ", 3).length < 2) {
            throw new ProtocolException("not a start line: " + start);
        }
        this.start = start;
    }

    void add(String line) throws ProtocolException {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new ProtocolException("not a field: " + line);
        }
        fields.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }

    boolean isRequest() {
        return !start.startsWith("HTTP/");
    }

    /** Of a request. */
    String method() {
        return start.split(" ", 3)[0];
    }

    /** Of a request. */
    String target() {
        return start.split(" ", 3)[1];
    }

    /** Of an answer. */
    int status() {
        return Integer.parseInt(start.split(" ", 3)[1]);
    }

    /** The value of a field, or null; its name in lower case. */
    String field(String name) {
        return fields.get(name);
    }

    boolean closes() {
        return "close".equalsIgnoreCase(fields.get("connection"));
    }

    @Override
    public String toString() {
        return start + " " + fields;
    }
}
