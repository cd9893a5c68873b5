package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which fields of a message concern one connection only (RFC 9110, section 7.6.1). */
final class HopByHop {
    private final Fields fields;
    private final Set<String> named;

    HopByHop(Fields fields) {
        this.fields = fields;
        this.named = namesFields(fields) ? named(fields) : Set.of();
    }

    boolean contains(int i) {
        FieldName known = fields.known(i);
        if (known != null) {
            switch (known) {
                case CONNECTION, KEEP_ALIVE, PROXY_CONNECTION, TE, TRANSFER_ENCODING, UPGRADE -> {
                    return true;
                }
                case HOST, CONTENT_LENGTH -> {
                    return false; // What the message's meaning rests on, Connection may not name.
                }
                default -> {}
            }
        }
        return !named.isEmpty() && named.contains(fields.name(i).toLowerCase(Locale.ROOT));
    }

    /** Whether Connection says more than what becomes of the connection. */
    private static boolean namesFields(Fields fields) {
        if (!fields.contains(FieldName.CONNECTION)) {
            return false;
        }
        String value = fields.first(FieldName.CONNECTION);
        return fields.count(FieldName.CONNECTION) > 1
                || !("keep-alive".equalsIgnoreCase(value)
                        || "close".equalsIgnoreCase(value)
                        || "upgrade".equalsIgnoreCase(value));
    }

    /** In small letters. Made once: a long list before many fields must not cost their product. */
    private static Set<String> named(Fields fields) {
        Set<String> named = new HashSet<>();
        fields.forEachElement(FieldName.CONNECTION, name -> named.add(name.toLowerCase(Locale.ROOT)));
        return named;
    }
}
