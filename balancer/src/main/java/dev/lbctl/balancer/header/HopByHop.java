package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;

/** Which fields of a message concern one connection only (RFC 9110, section 7.6.1). */
final class HopByHop {
    private final Fields fields;
    private final boolean namesFields;

    HopByHop(Fields fields) {
        this.fields = fields;
        this.namesFields = namesFields(fields);
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
        return namesFields && fields.lists(FieldName.CONNECTION, fields.name(i));
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
}
